import type { Command } from "../../../src/case/commands.ts";
import { decide } from "../../../src/case/decide.ts";
import { decodeEntry } from "../../../src/case/decode.ts";
import { emptyCase, fold } from "../../../src/case/fold.ts";
import type { CaseState } from "../../../src/case/state.ts";
import { steps } from "../../../src/content/steps/index.ts";
import { instantFromMs, msOf, type Instant } from "../../../src/lib/time.ts";
import { plan } from "../../../src/workflow/plan.ts";
import type { Action, Plan } from "../../../src/workflow/types.ts";

const start = Date.parse("2026-03-02T09:00:00.000Z");

/** A case that grows by real commands through the real `decide` and `fold`; one minute passes with each. */
export class Walk {
  state: CaseState = emptyCase;
  #ms = start;
  #ids = 0;
  /** `<step>|<subject>` in the order in which it was acted on. */
  readonly acted: string[] = [];

  constructor() {
    this.send({ do: "open-case" });
  }
  get now(): Instant {
    return instantFromMs(this.#ms);
  }
  id(): string {
    return (++this.#ids).toString(16).padStart(32, "0");
  }
  /** The refusal's code, or undefined when the events were folded. */
  try(command: Command): string | undefined {
    this.#ms += 60_000;
    const decided = decide(this.state, command, { now: this.now });
    if (!decided.ok) return decided.error.code;
    const at = this.now;
    const first = this.state.size;
    this.state = fold(
      this.state,
      decided.value.map(({ kind, body }, i) => decodeEntry({ seq: first + i, at, offset: 0, kind, body })),
    );
    return undefined;
  }
  send(command: Command): void {
    const code = this.try(command);
    if (code !== undefined) throw new Error(`${command.do} was refused: ${code}`);
  }
  plan(): Plan {
    return plan(steps, this.state, this.now);
  }
  action(step: string): Action | undefined {
    return this.plan().actions.find((action) => action.step === step);
  }
  wait(hours: number): void {
    this.#ms += hours * 3_600_000;
  }
  /** Lets time pass until the next thing is due; false when nothing is being waited for. */
  waitForNext(given: Plan = this.plan()): boolean {
    const due = given.actions.flatMap((action) => (action.status === "waiting" && action.dueAt !== null ? [msOf(action.dueAt)] : []));
    if (due.length === 0) return false;
    this.#ms = Math.max(this.#ms, Math.min(...due));
    return true;
  }
}

export const isOffered = (action: Action): boolean => action.status === "now" || action.status === "due";
export const isOpen = (action: Action): boolean => isOffered(action) || action.status === "waiting" || action.status === "later";
export const keyOf = (action: Pick<Action, "step" | "subject">): string => `${action.step}|${action.subject}`;
