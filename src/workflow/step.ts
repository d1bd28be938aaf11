import type { FactId, SiteFact } from "../case/events.ts";
import type { Condition, Moment } from "./condition.ts";
import type { Phase, Source, StepOn, StepScreen } from "./types.ts";

/** Something new that makes an action open again although it was ticked or skipped before. */
export type NewFact = "came-back" | "gone" | "answer" | "shown" | "signs" | "account" | "report" | "link";

/** A reason that is shown instead of `why` while its condition holds. */
export interface OtherWhy {
  readonly when: Condition;
  /** Key in `whys`, or a shared reason. */
  readonly why: string;
}

/** Which question the `question` screen asks. */
export type Asks = { readonly fact: FactId } | { readonly site: readonly SiteFact[] } | { readonly picture: "name" | "age" | "shows" };

/** One step of the workflow: one file of data in `content/steps/`. English stands here; languages may lag behind. */
export interface Step {
  /** The file's name. */
  readonly id: string;
  readonly phase: Phase;
  /** Place in the whole order. Every step it refers to has a lower one, so no cycle can be written. */
  readonly order: number;
  /** Stands elsewhere while the condition holds. */
  readonly orderWhen?: { readonly when: Condition; readonly order: number };
  readonly on: StepOn;
  /** One action for all links of a site, or of the case. Only for steps on links and searches. */
  readonly batch?: "site" | "case";
  /** Directory id of the search engine, for steps on a search. */
  readonly engine?: string;
  readonly screen: StepScreen;
  readonly asks?: Asks;
  /** Offered, never demanded: others do not wait for it and it is "next" only when nothing else is. */
  readonly optional?: true;
  /** Which subjects it is about at all. */
  readonly concerns?: Condition;
  /** Steps that have to be settled first: for the same subject, its site, or all of them. */
  readonly after: readonly string[];
  /** What else has to be true first. */
  readonly readyWhen?: Condition;
  readonly doneWhen?: Condition;
  readonly notForYouWhen?: readonly OtherWhy[];
  /** Somebody else's turn until then; afterwards it is due. A moment that is not known does not wait. */
  readonly waiting?: { readonly when: Condition; readonly until: Moment; readonly why: string };
  /** Its time has come, whoever's turn it was. */
  readonly dueWhen?: Condition;
  /** First that holds wins. */
  readonly otherWhys?: readonly OtherWhy[];
  readonly reopens?: readonly { readonly by: NewFact; readonly why: string }[];
  readonly title: string;
  readonly why: string;
  /** Short sentences, one thing each, in order. */
  readonly how: readonly string[];
  readonly doneLabel: string;
  /** Reasons by key. */
  readonly whys?: Readonly<Record<string, string>>;
  readonly source: Source;
}
