import { bodies } from "../bodies.ts";
import type { EventDraft, Refusal, SecretDraft, DecideContext } from "../commands.ts";
import type { EventKind } from "../events.ts";
import { isBlank, isProblem, tooLong } from "../fields.ts";
import type { Bodies, Commands } from "../kinds.ts";
import { limits } from "../limits.ts";
import type { CaseState } from "../state.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { msOf, type Instant } from "../../lib/time.ts";

export type Outcome = Result<readonly EventDraft[], Refusal>;
export type Code = Refusal["code"];
/** How one command is decided. */
export type Decide<D extends keyof Commands> = (state: CaseState, command: Commands[D], context: DecideContext) => Outcome;
export type Decides<D extends keyof Commands> = { readonly [P in D]: Decide<P> };

export const refuse = (code: Code): Outcome => err({ code });

/**
 * One event, its body read by the very reader that will read it back from disk, so that nothing is written that could not be read.
 * `why` sees the checked body and answers with a code to refuse.
 */
export const decideOne = <K extends EventKind>(
  kind: K,
  value: unknown,
  why: (body: Bodies[K]) => Code | undefined,
  secrets: readonly SecretDraft[] = [],
): Outcome => {
  const body = bodies[kind](value);
  if (isProblem(body)) return refuse(body === tooLong ? "too-long" : "bad-value");
  const code = why(body);
  return code === undefined ? ok([{ kind, body, secrets }]) : refuse(code);
};

/** Ids are made once: nothing may come twice. */
export const fresh = (known: ReadonlyMap<string, unknown>, id: string): Code | undefined => (known.has(id) ? "already-there" : undefined);

export const must = (known: boolean): Code | undefined => (known ? undefined : "unknown-subject");

/** A blank reason, before its shape is looked at: the person is asked for words, not told that a value is bad. */
export const withReason = (reason: string, then: () => Outcome): Outcome => (isBlank(reason) ? refuse("reason-missing") : then());

export const inTheFuture = (time: Instant, now: Instant): boolean => msOf(time) > msOf(now) + limits.clockSkewMs;
