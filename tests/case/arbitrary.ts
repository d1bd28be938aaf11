import fc from "fast-check";
import type { Command, EventDraft } from "../../src/case/commands.ts";
import { decide } from "../../src/case/decide.ts";
import { decodeEntry } from "../../src/case/decode.ts";
import type { LogEntry } from "../../src/case/events.ts";
import { emptyCase, fold } from "../../src/case/fold.ts";
import type { CaseState } from "../../src/case/state.ts";
import { instantFromMs, msOf, type Instant } from "../../src/lib/time.ts";
import { make, makers } from "./makers.ts";
import { Dice } from "./making.ts";

/** 2026-11-19T21:00:00Z: where made-up histories begin. */
export const startOfHistory: Instant = instantFromMs(Date.UTC(2026, 10, 19, 21));

/** What the vault would give back for these drafts: numbered, stamped, a commitment in place of each secret. */
export const stored = (drafts: readonly EventDraft[], size: number, at: Instant): readonly LogEntry[] =>
  drafts.map(({ kind, body, secrets }, i) => ({
    seq: size + i,
    at,
    offset: 60,
    kind,
    body: { ...body, ...Object.fromEntries(secrets.map(({ field, id }) => [field, { id, commitment: "c".repeat(64) }])) },
  }));

/** One command that was tried, and what came of it. */
interface Tried {
  readonly before: CaseState;
  readonly command: Command;
  readonly outcome: ReturnType<typeof decide>;
}
export interface History {
  readonly entries: readonly LogEntry[];
  readonly state: CaseState;
  readonly tried: readonly Tried[];
  /** Time of the last command. */
  readonly now: Instant;
}

/** A command after `hours` more; its details come from `numbers`. */
export interface Move {
  readonly what: Command["do"];
  readonly hours: number;
  readonly numbers: readonly number[];
}

/** Commands that end a case are rare, commands that make something to act on are common. */
const often: readonly Command["do"][] = [
  "add-picture",
  "answer-age",
  "answer-age",
  "paste",
  "paste",
  "paste",
  "send-report",
  "send-report",
  "add-evidence",
  "add-evidence",
  "answer-report",
  "check-link",
];
const names = Object.keys(makers) as Command["do"][];

const arbitraryMove = (): fc.Arbitrary<Move> =>
  fc.record({
    what: fc.constantFrom(...names, ...often, ...often, ...often),
    hours: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(100)),
    numbers: fc.array(fc.nat(1023), { minLength: 4, maxLength: 24, size: "max" }),
  });

/** Beginnings that get far: numbers of 0 take the first choice of each maker, which is the usual one. */
const beginnings: readonly (readonly Move["what"][])[] = [
  [],
  ["add-picture", "answer-age"],
  ["add-picture", "answer-age", "add-picture", "answer-age", "add-account", "add-person", "add-place", "add-profile"],
];

/** Runs moves through `decide`, starting with an open case; refused ones leave no entry. */
const play = (moves: readonly Move[]): History => {
  let made = 0;
  const newId = (): string => (made++).toString(16).padStart(32, "0");
  let now = startOfHistory;
  let state = emptyCase;
  const entries: LogEntry[] = [];
  const tried: Tried[] = [];
  let refusedWhileClosed = 0;
  for (const { what: wanted, hours, numbers } of [{ what: "open-case" as const, hours: 0, numbers: [] }, ...moves]) {
    // Nobody keeps trying for long at a closed case.
    const what = refusedWhileClosed > 2 ? "reopen-case" : wanted;
    refusedWhileClosed = what === "reopen-case" ? 0 : refusedWhileClosed;
    now = instantFromMs(msOf(now) + hours * 3_600_000 + 1_000);
    const command = make(what, { state, dice: new Dice(numbers), now, newId });
    const outcome = decide(state, command, { now });
    tried.push({ before: state, command, outcome });
    if (!outcome.ok) {
      refusedWhileClosed += state.closed ? 1 : 0;
      continue;
    }
    const more = stored(outcome.value, state.size, now);
    entries.push(...more);
    state = fold(state, more.map(decodeEntry));
  }
  return { entries, state, tried, now };
};

/** A history that could have happened: arbitrary commands, each through `decide`. */
export const arbitraryHistory = (maxMoves = 40): fc.Arbitrary<History> =>
  fc
    .tuple(fc.constantFrom(...beginnings), fc.array(arbitraryMove(), { maxLength: maxMoves, size: "max" }))
    .map(([beginning, moves]) => play([...beginning.map((what) => ({ what, hours: 0, numbers: [] })), ...moves]));
