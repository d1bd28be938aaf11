import type { SubjectKey } from "../case/events.ts";
import type { Instant } from "../lib/time.ts";

export type Phase = "safe" | "capture" | "remove" | "reduce" | "secure" | "support" | "after";
export type StepOn = "case" | "site" | "link" | "place" | "picture" | "profile" | "account" | "report" | "search";
/** now: can be done · later: something comes first · waiting: somebody else's turn · due: its time has come · set apart the rest. */
export type ActionStatus = "now" | "due" | "waiting" | "later" | "done" | "skipped" | "not-for-you";

/** Which screen does this step; `tick` means that reading and confirming is all. */
export type StepScreen =
  | "tick"
  | "question"
  | "add-links"
  | "add-place"
  | "capture"
  | "note-link"
  | "add-message"
  | "report"
  | "follow-report"
  | "check-link"
  | "hash-service"
  | "profile"
  | "search"
  | "account"
  | "person"
  | "share"
  | "close"
  | "links"
  | "evidence";

/** One offered thing. */
export interface Action {
  readonly step: string;
  /** What it is about. A batch names its site and lists what it covers. */
  readonly subject: SubjectKey;
  readonly covers: readonly SubjectKey[];
  readonly status: ActionStatus;
  /** Key of the reason: `why` is the step's own; others stand in its `whys` or in the shared reasons (`reasonOf` in content/steps). */
  readonly why: string;
  /** `<step>|<subject>` of what has to come first, when `later`. */
  readonly after: readonly string[];
  readonly dueAt: Instant | null;
  /** Where the rule was read; the step's file has date and confidence. */
  readonly source: string;
  /** Offered, never demanded. */
  readonly optional: boolean;
}

export interface Plan {
  /** In the order in which they should be done. */
  readonly actions: readonly Action[];
  /** The one next thing; null only when nothing can be done now. */
  readonly next: Action | null;
  readonly counts: Readonly<Record<ActionStatus, number>>;
}

/** A source that can be named: where a rule or fact was read, when, and how far it is trusted. */
export interface Source {
  readonly text: string;
  /** ISO date, year-month or year, as known; null: undated. */
  readonly date: string | null;
  readonly confidence: "official" | "ngo" | "thirdParty" | "unsourced";
}
