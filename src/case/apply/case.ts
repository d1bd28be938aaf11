import type { Draft } from "../draft.ts";
import type { Id } from "../events.ts";
import type { Backup, Origin, StepMark } from "../state.ts";
import { stepMarkKey, withoutNewest } from "../steps.ts";
import type { Applies } from "./types.ts";

const lay = (draft: Draft, key: string, mark: Omit<StepMark, "before">): void => {
  draft.steps.set(key, { ...mark, before: draft.steps.get(key) ?? null });
};

const addBackup = (
  draft: Draft,
  origin: Origin,
  { backup: id, ...rest }: Omit<Backup, "id" | keyof Origin> & { readonly backup: Id },
): void => {
  draft.backups = draft.lists.append(draft.backups, { ...origin, id, ...rest });
  // Not the note that it was made.
  draft.unsaved = Math.max(0, origin.seq - rest.entries);
};

export const caseApplies: Applies<
  | "case.opened.v1"
  | "case.opened.v2"
  | "case.merged.v1"
  | "case.backed-up.v1"
  | "case.backed-up.v2"
  | "case.closed.v1"
  | "case.reopened.v1"
  | "fact.answered.v1"
  | "step.done.v1"
  | "step.skipped.v1"
  | "step.taken-up.v1"
  | "record.checked.v1"
> = {
  "case.opened.v1": (draft, { at }) => {
    draft.openedAt ??= at;
  },
  "case.opened.v2": (draft, { at }) => {
    draft.openedAt ??= at;
    // What it came from holds all of it.
    draft.unsaved = 0;
  },
  "case.merged.v1": (draft, _, { entries, unsaved }) => {
    // Backups of the other copy hold nothing of ours.
    draft.unsaved = entries + unsaved + 1;
  },
  "case.backed-up.v1": (draft, origin, body) => addBackup(draft, origin, { ...body, reader: undefined }),
  "case.backed-up.v2": addBackup,
  "case.closed.v1": (draft) => {
    draft.closed = true;
  },
  "case.reopened.v1": (draft) => {
    draft.closed = false;
  },
  "fact.answered.v1": (draft, _, { fact, value }) => {
    draft.facts = { ...draft.facts, [fact]: value };
  },
  "step.done.v1": (draft, origin, { step, subject, note }) => {
    lay(draft, stepMarkKey(step, subject), { ...origin, mark: "done", note });
  },
  "step.skipped.v1": (draft, origin, { step, subject, reason }) => {
    lay(draft, stepMarkKey(step, subject), { ...origin, mark: "skipped", note: reason });
  },
  "step.taken-up.v1": (draft, _, { step, subject }) => {
    const key = stepMarkKey(step, subject);
    const mark = draft.steps.get(key);
    const left = mark === undefined ? null : withoutNewest(mark);
    if (left === null) draft.steps.delete(key);
    else draft.steps.set(key, left);
  },
  "record.checked.v1": (draft, origin, body) => {
    draft.checks = draft.lists.append(draft.checks, { ...origin, ...body });
  },
};
