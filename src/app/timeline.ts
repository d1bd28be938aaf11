import type { Read } from "../case/decode.ts";
import type { CaseEvent, EventKind } from "../case/events.ts";
import type { CaseState } from "../case/state.ts";
import type { UiKey } from "../content/locales/index.ts";
import type { Instant } from "../lib/time.ts";
import { timelineWords, type TimelineTexts } from "./timeline-words.ts";

export type TimelineArea = "links" | "evidence" | "messages" | "reports" | "accounts" | "people" | "steps" | "case";
/** A value in a sentence: text and numbers as they are, an instant, a size or a country (ISO code) to be said, or another text of the catalogue. */
export type TimelineValue =
  string | number | { readonly word: UiKey } | { readonly instant: Instant } | { readonly bytes: number } | { readonly country: string };
export interface TimelineSaying {
  readonly key: UiKey;
  readonly values?: Readonly<Record<string, TimelineValue>>;
}
export interface TimelineLine extends TimelineSaying {
  readonly seq: number;
  readonly at: Instant;
  /** Of the device's clock then. */ readonly offset: number;
  readonly area: TimelineArea;
}

const areas = {
  "case.opened.v1": "case",
  "case.opened.v2": "case",
  "case.merged.v1": "case",
  "case.backed-up.v1": "case",
  "case.backed-up.v2": "case",
  "case.closed.v1": "case",
  "case.reopened.v1": "case",
  "fact.answered.v1": "case",
  "picture.added.v1": "case",
  "picture.age-answered.v1": "case",
  "picture.described.v1": "case",
  "link.added.v1": "links",
  "link.repeated.v1": "links",
  "link.noted.v1": "links",
  "link.pictures-set.v1": "links",
  "link.checked.v1": "links",
  "link.set-aside.v1": "links",
  "link.taken-up.v1": "links",
  "search.noted.v1": "links",
  "text.kept.v1": "links",
  "place.added.v1": "links",
  "place.checked.v1": "links",
  "profile.added.v1": "links",
  "profile.checked.v1": "links",
  "site.noted.v1": "links",
  "evidence.added.v1": "evidence",
  "evidence.added.v2": "evidence",
  "evidence.questioned.v1": "evidence",
  "evidence.about-added.v1": "evidence",
  "evidence.original-forgotten.v1": "evidence",
  "evidence.fingerprinted.v1": "evidence",
  "fingerprint.made.v1": "evidence",
  "fingerprint.compared.v1": "evidence",
  "message.added.v1": "messages",
  "message.covered.v1": "messages",
  "report.sent.v1": "reports",
  "report.answered.v1": "reports",
  "hash.submitted.v1": "reports",
  "account.added.v1": "accounts",
  "account.checked.v1": "accounts",
  "person.added.v1": "people",
  "person.told.v1": "people",
  "step.done.v1": "steps",
  "step.skipped.v1": "steps",
  "step.taken-up.v1": "steps",
  "record.checked.v1": "case",
  "bundle.sealed.v1": "people",
  "bundle.sealed.v2": "people",
} as const satisfies Record<EventKind, TimelineArea>;

/** What happened, one line an entry, in the log's order. Pure. `texts` says what steps, services and engines are called. */
export const timelineLines = (reads: readonly Read[], state: CaseState, texts: TimelineTexts): readonly TimelineLine[] =>
  reads.map((read): TimelineLine => {
    const { seq, at, offset } = read;
    if (read.as === "unread") return { seq, at, offset, area: "case", key: `timeline.unread-${read.why}` };
    return { seq, at, offset, area: areas[read.event.kind], ...say(read.event, state, texts) };
  });

const say = (event: CaseEvent, state: CaseState, texts: TimelineTexts): TimelineSaying => {
  // Sound: each row of the table takes the body of its own kind.
  const row = timelineWords[event.kind] as (body: CaseEvent["body"], state: CaseState, texts: TimelineTexts) => TimelineSaying;
  return row(event.body, state, texts);
};
