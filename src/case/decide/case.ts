import { isKnown } from "../subject.ts";
import { stepMarkKey } from "../steps.ts";
import { decideOne, must, refuse, withReason, type Decides } from "./outcome.ts";

/** Whether the case is open at all is looked at before these are asked. */
export const caseDecides: Decides<
  "open-case" | "close-case" | "reopen-case" | "record-backup" | "answer-fact" | "do-step" | "skip-step" | "take-step-up" | "record-check"
> = {
  "open-case": () => decideOne("case.opened.v1", { parent: null }, () => undefined),
  "close-case": (_, command) => decideOne("case.closed.v1", command, () => undefined),
  "reopen-case": (state) => (state.closed ? decideOne("case.reopened.v1", {}, () => undefined) : refuse("already-open")),
  "record-backup": (state, command) =>
    decideOne("case.backed-up.v2", command, ({ backup }) => (state.backups.some(({ id }) => id === backup) ? "already-there" : undefined)),
  /** "UK" is what people say; the code is GB. */
  "answer-fact": (_, { fact, value }) =>
    decideOne("fact.answered.v1", { fact, value: fact === "country" && value === "UK" ? "GB" : value }, () => undefined),
  "do-step": (state, command) => decideOne("step.done.v1", command, ({ subject }) => must(isKnown(state, subject))),
  "skip-step": (state, command) =>
    withReason(command.reason, () => decideOne("step.skipped.v1", command, ({ subject }) => must(isKnown(state, subject)))),
  "take-step-up": (state, command) =>
    decideOne("step.taken-up.v1", command, ({ step, subject }) =>
      state.steps.has(stepMarkKey(step, subject)) ? undefined : "nothing-to-add",
    ),
  "record-check": (_, command) =>
    decideOne("record.checked.v1", command, ({ damaged, damage }) => (damaged < damage.length ? "bad-value" : undefined)),
};
