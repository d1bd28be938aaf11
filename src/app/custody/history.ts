import type { Read } from "../../case/decode.ts";
import type { CaseEvent, EventKind, Id, RecipientKind } from "../../case/events.ts";
import type { CopySource } from "../../case/evidence-events.ts";
import type { Bodies } from "../../case/kinds.ts";
import type { Instant } from "../../lib/time.ts";

/** What can happen to a kept file after it came in. That somebody looked at it is no such thing, and is written down nowhere. */
export const historyKinds = [
  "came-again",
  "described",
  "copy-made",
  "words-covered",
  "fingerprinted",
  "handed-over",
  "backed-up",
  "restored",
  "merged",
  "checked",
  "original-forgotten",
] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** One thing that happened to a file, as `custody.jsonl` has it: plain JSON. */
export interface HistoryLine {
  /** As the device's clock said, and that clock's distance from UTC in minutes east. */ readonly at: Instant;
  readonly offset: number;
  readonly what: HistoryKind;
  /** Of a copy that was made or handed over: how. `exact`: the file itself. Absent: the entry does not say. */
  readonly how?: CopySource["how"] | "exact";
  /** SHA-256 of that copy, 64 hex digits. */ readonly sha256?: string;
  /** Of what was handed over, and of a backup for somebody's key: what kind of reader it was for. `label`: the person's name for them. */
  readonly to?: RecipientKind;
  readonly label?: string;
  /** Of a check of all that is stored. */ readonly outcome?: "as-saved" | "damaged";
  /** Of a backup: files were left out of it because of an age; which, the entry does not say. */ readonly some?: true;
}

type Stamp = Pick<HistoryLine, "at" | "offset">;

type Say = (id: Id, what: HistoryKind, more?: Partial<HistoryLine>) => void;
type Rules = { readonly [K in EventKind]?: (body: Bodies[K], say: Say) => void };

/** What entries say about single files; kinds without a row say nothing about any. */
const rules: Rules = {
  "evidence.added.v2": ({ source, sha256 }, say) => {
    if (source !== null) say(source.evidence, "copy-made", { how: source.how, sha256 });
  },
  "evidence.about-added.v1": ({ evidence }, say) => say(evidence, "came-again"),
  "evidence.questioned.v1": ({ evidence }, say) => say(evidence, "described"),
  "evidence.fingerprinted.v1": ({ evidence }, say) => say(evidence, "fingerprinted"),
  "evidence.original-forgotten.v1": ({ evidence }, say) => say(evidence, "original-forgotten"),
  "message.covered.v1": ({ message }, say) => say(message, "words-covered"),
  "bundle.sealed.v1": ({ recipient: to, label, evidence }, say) => {
    for (const item of evidence) say(item, "handed-over", { to, label });
  },
  "bundle.sealed.v2": ({ recipient: to, label, files }, say) => {
    for (const { item, copy } of files)
      say(item, "handed-over", { to, label, ...(copy === null ? { how: "exact" } : { how: "stripped", sha256: copy }) });
  },
};

const tellFiles = <K extends EventKind>(event: { readonly kind: K; readonly body: Bodies[K] }, say: Say): void =>
  rules[event.kind]?.(event.body, say);

/** What one entry says about all files that are there by then; undefined: nothing. */
const ofAll = (stamp: Stamp, event: CaseEvent): HistoryLine | undefined => {
  if (event.kind === "case.backed-up.v1" || event.kind === "case.backed-up.v2") {
    const to = "reader" in event.body ? event.body.reader : null;
    return { ...stamp, what: "backed-up", ...(to === null ? {} : { to }), ...(event.body.leftOut > 0 ? { some: true } : {}) };
  }
  if (event.kind === "case.opened.v2") return { ...stamp, what: "restored" };
  if (event.kind === "case.merged.v1") return { ...stamp, what: "merged" };
  if (event.kind === "record.checked.v1") return { ...stamp, what: "checked", outcome: event.body.damaged === 0 ? "as-saved" : "damaged" };
  return undefined;
};

/** The file that this entry says came in. */
const cameIn = (event: CaseEvent): Id | undefined => {
  if (event.kind === "evidence.added.v1" || event.kind === "evidence.added.v2") return event.body.evidence;
  return event.kind === "message.added.v1" ? event.body.message : undefined;
};

/** A line with the place of its entry in the log. */
interface Placed {
  readonly n: number;
  readonly line: HistoryLine;
}

/** Of one file: its own lines, and the places between which what is said of all files is said of it. */
interface Told {
  readonly from: number;
  until: number;
  readonly lines: Placed[];
}

/** Lines about all files are left out when they would come to more than this: once each they stand in the timeline. A sheet must be read in one go. */
const mostOfAll = 50_000;

/**
 * What happened to each kept file and message since it came in, out of the log, in its order. Pure. A file whose original was deleted is in no
 * later backup and no later check, so they are not said of it.
 */
export const historiesOf = (reads: readonly Read[], most = mostOfAll): ReadonlyMap<Id, readonly HistoryLine[]> => {
  const told = new Map<Id, Told>();
  const ofEach: Placed[] = [];
  for (const [n, read] of reads.entries()) {
    if (read.as !== "read") continue;
    const { event, at, offset } = read;
    const stamp: Stamp = { at, offset };
    const id = cameIn(event);
    if (id !== undefined && !told.has(id)) told.set(id, { from: n, until: reads.length, lines: [] });
    tellFiles(event, (one, what, more) => void told.get(one)?.lines.push({ n, line: { ...stamp, what, ...more } }));
    const original = event.kind === "evidence.original-forgotten.v1" ? told.get(event.body.evidence) : undefined;
    if (original !== undefined) original.until = Math.min(original.until, n);
    const line = ofAll(stamp, event);
    if (line !== undefined) ofEach.push({ n, line });
  }
  const shared = ofEach.length * told.size > most ? [] : ofEach;
  const join = ({ from, until, lines }: Told): readonly HistoryLine[] =>
    [...lines, ...shared.filter(({ n }) => n > from && n < until)].sort((a, b) => a.n - b.n).map(({ line }) => line);
  return new Map([...told].map(([id, one]) => [id, join(one)]));
};
