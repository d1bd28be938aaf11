import type { Action, Plan } from "../../../src/workflow/types.ts";
import type { Turn } from "./arbitrary.ts";
import { Doer, withProfiles, type Person } from "./person.ts";
import { isOffered, isOpen, keyOf, Walk } from "./walk.ts";

export interface Walked {
  readonly walk: Walk;
  readonly doer: Doer;
  /** Steps in the order in which each was first acted on. */
  readonly order: readonly string[];
}

/** Does one action, and fails when nothing came of it. */
export const act = (doer: Doer, action: Action): void => {
  const { walk } = doer;
  walk.acted.push(keyOf(action));
  for (const command of doer.commands(action)) walk.send(command);
  const same = walk.plan().actions.find((a) => keyOf(a) === keyOf(action));
  if (same !== undefined && isOffered(same) && same.why === action.why && same.covers.join() === action.covers.join())
    throw new Error(`doing it changes nothing: ${keyOf(action)}`);
};

const waitingFor = (given: Plan): string =>
  given.actions
    .filter((a) => isOpen(a) && !isOffered(a))
    .map((a) => `${keyOf(a)} <- ${a.after.join()}`)
    .join("; ");

/** Chooses among what is offered, and acts, until the case is closed; lets time pass when nothing is left to do. Fails when it stands still. */
const walkWith = (
  person: Person,
  choose: (given: Plan, turn: number) => Action | null,
  perform: (doer: Doer, action: Action) => void,
  before: (doer: Doer) => void,
): Walked => {
  const walk = new Walk();
  const doer = new Doer(walk, person);
  before(doer);
  for (let turn = 0; turn < 800; turn++) {
    if (walk.state.closed) return { walk, doer, order: [...new Set(walk.acted.map((key) => key.split("|")[0] ?? ""))] };
    const given = walk.plan();
    const chosen = choose(given, turn);
    if (chosen !== null) perform(doer, chosen);
    else if (!walk.waitForNext(given)) throw new Error(`stands still: ${waitingFor(given)}`);
  }
  throw new Error(`not closed after ${walk.acted.slice(-20).join(", ")}`);
};

const nothing = (): void => undefined;

/** Takes what comes next, again and again. */
export const walkToClosed = (person: Person, before: (doer: Doer) => void = nothing): Walked =>
  walkWith(person, (given) => given.next, act, before);

/** Takes what is offered in an order of its own, the closing last. */
export const walkAround = (person: Person, picks: readonly number[], before: (doer: Doer) => void = nothing): Walked =>
  walkWith(
    person,
    (given, turn) => {
      const offered = given.actions.filter(isOffered);
      const rest = offered.filter((action) => action.step !== "close-case");
      const from = rest.length > 0 ? rest : offered;
      return from[(picks[turn % Math.max(picks.length, 1)] ?? 0) % Math.max(from.length, 1)] ?? null;
    },
    act,
    before,
  );

export const skip = (doer: Doer, action: Action): void =>
  doer.walk.send({ do: "skip-step", step: action.step, subject: action.subject, reason: "not now" });

/** Gives a reason against everything but the closing. */
export const walkBySkipping = (person: Person, before: (doer: Doer) => void = nothing): Walked =>
  walkWith(
    person,
    (given) => given.actions.find(isOffered) ?? null,
    (doer, action) => (action.step === "close-case" ? act(doer, action) : skip(doer, action)),
    before,
  );

/** A life: any mixture of doing, skipping, waiting and new facts. `see` is shown the plan before and after each turn. */
export const live = (person: Person, turns: readonly Turn[], see: (seen: Seen) => void): Walk => {
  const walk = new Walk();
  const doer = new Doer(walk, person);
  withProfiles(doer);
  let before = walk.plan();
  for (const { pick, how } of turns) {
    if (walk.state.closed) break;
    const offered = before.actions.filter((action) => isOffered(action) && action.step !== "close-case");
    const chosen = how === "next" ? before.next : offered[pick % Math.max(offered.length, 1)];
    const action = chosen?.step === "close-case" ? undefined : chosen;
    if (how === "wait") walk.waitForNext(before);
    else if (how === "new-links") walk.send(doer.paste([{ site: "later.example" }, { site: "clipmirror.example" }]));
    else if (how === "new-account")
      walk.send({ do: "add-account", account: walk.id(), service: `Account ${pick}`, login: "", resets: [], note: "" });
    else if (how === "new-message") walk.send(doer.message(pick % 2 === 0 ? ["upfront-fee"] : []));
    else if (how === "new-shot") {
      // A content page before any listing; refused where no picture may come in.
      const links = [...walk.state.links.keys()];
      const link = links[pick % Math.max(links.length, 1)];
      if (link !== undefined) walk.try(doer.shot("content", `link:${link}`));
    } else if (how === "change-fact")
      walk.send({ do: "answer-fact", fact: pick % 2 === 0 ? "danger" : "extortion", value: pick % 3 === 0 ? "no" : "yes" });
    else if (action === undefined || action === null) walk.waitForNext(before);
    else if (how === "skip") skip(doer, action);
    else act(doer, action);
    const after = walk.plan();
    see({ walk, before, after, did: how === "next" || how === "do" || how === "skip" ? (action ?? null) : null, how });
    before = after;
  }
  return walk;
};

export interface Seen {
  readonly walk: Walk;
  readonly before: Plan;
  readonly after: Plan;
  /** The action that was done or skipped in this turn. */
  readonly did: Action | null;
  readonly how: Turn["how"];
}
