import { instantFromMs } from "../lib/time.ts";
import type { CaseIndex } from "./case-index.ts";
import { allOf, holds, momentReader, prepare, type Progress, type Test } from "./evaluate.ts";
import { stepsIn } from "./graph.ts";
import { noMark, whatCounts, type Counted, type MarkIndex } from "./marks.ts";
import type { NewFact, Step } from "./step.ts";
import { actionSubject, blockersIn, codes, isOffered, isOpen, ownSubject, statusOf, type Table } from "./table.ts";
import type { Action } from "./types.ts";
import type { View } from "./view.ts";

const fewBlockers = 8;

/** Entry of the newest such fact about a subject, -1 without one. */
const seqOf = (fact: NewFact, view: View, step: Step, index: CaseIndex): number => {
  switch (fact) {
    case "came-back":
      return view.cameBackSeq;
    case "gone":
      return view.goneSeq;
    case "answer":
      return view.answerSeq;
    case "shown": {
      const noted = step.engine === undefined ? undefined : view.search?.[step.engine];
      return noted?.state === "shown" ? noted.seq : -1;
    }
    case "signs":
      return index.newest.signs;
    case "account":
      return index.newest.account;
    case "report":
      return index.newest.report;
    case "link":
      return view.seq;
  }
};

interface Prepared {
  readonly concerns: Test;
  readonly done: Test;
  /** Everything that has to come first. */
  readonly ready: Test;
  readonly waits: Test;
  readonly due: Test;
  readonly notForYou: readonly { readonly test: Test; readonly why: string }[];
  readonly others: readonly { readonly test: Test; readonly why: string }[];
  /** Steps that may be what a subject waits for. */
  readonly needs: readonly string[];
}

const prepareStep = (step: Step, index: CaseIndex, progress: Progress): Prepared => {
  const test = (condition: Step["concerns"], otherwise: boolean): Test =>
    condition === undefined ? otherwise : prepare(condition, step.on, index, progress);
  const rules = (all: Step["otherWhys"]): Prepared["others"] =>
    (all ?? []).map((rule) => ({ test: test(rule.when, false), why: rule.why })).filter((rule) => rule.test !== false);
  return {
    concerns: test(step.concerns, true),
    done: test(step.doneWhen, false),
    ready: allOf([...step.after.map((id) => progress.settled(id, step.on)), test(step.readyWhen, true)]),
    waits: test(step.waiting?.when, false),
    due: test(step.dueWhen, false),
    notForYou: rules(step.notForYouWhen),
    others: rules(step.otherWhys),
    needs: [...step.after, ...stepsIn(step.readyWhen)],
  };
};

/** A batch while it is filled: the most urgent status of its links, and the links that have it; what is due and what is now are offered together. */
interface Lot {
  code: number;
  at: number;
  covers: string[];
  due: number;
  /** Some of its links are settled. */
  settled: boolean;
}

/** One step for all its subjects: the table that later steps look at, and its actions in the order of the subjects. */
export const evaluateStep = (
  step: Step,
  index: CaseIndex,
  progress: Progress,
  marks: MarkIndex,
  tables: ReadonlyMap<string, Table>,
): { readonly table: Table; readonly actions: readonly Action[] } => {
  const views = index.views[step.on];
  const cells = new Uint8Array(views.length);
  const openBySite = new Int32Array(index.siteNames.length);
  const prepared = prepareStep(step, index, progress);
  const { closed } = index.state;
  const ownMarks = marks.of(step.id);
  const newFacts = step.batch === undefined ? (step.reopens ?? []) : [...(step.reopens ?? []), { by: "link" as const, why: "more" }];

  const markOn = (view: View, at: number): Counted => {
    const own = ownMarks?.get(ownSubject(step, view));
    const wide = step.batch === undefined ? undefined : ownMarks?.get(actionSubject(step, index, at));
    if (own === undefined && wide === undefined) return noMark;
    return whatCounts(own, wide, ({ seq }) => newFacts.find((fact) => seqOf(fact.by, view, step, index) > seq)?.why);
  };
  const readMoment = step.waiting === undefined ? undefined : momentReader(step.waiting.until, step.on, index, step.engine);
  const dueOf = (view: View, at: number): number =>
    readMoment !== undefined && holds(prepared.waits, view, at) ? readMoment(view, at) : Number.NaN;

  /** Of the subject whose code was worked out last. */
  let due = Number.NaN;
  const openCode = (view: View, at: number): number => {
    if (!holds(prepared.ready, view, at)) return codes.later;
    if (holds(prepared.due, view, at)) return codes.due;
    due = dueOf(view, at);
    if (Number.isNaN(due)) return codes.now;
    return due > index.nowMs ? codes.waiting : codes.due;
  };
  const codeOf = (view: View, at: number): number => {
    if (!holds(prepared.concerns, view, at)) return codes.absent;
    const mark = ownMarks === undefined ? null : markOn(view, at).mark;
    if (mark?.mark === "done" || holds(prepared.done, view, at)) return codes.done;
    for (const rule of prepared.notForYou) if (holds(rule.test, view, at)) return codes["not-for-you"];
    if (mark?.mark === "skipped") return codes.skipped;
    return closed ? codes["not-for-you"] : openCode(view, at);
  };

  const whyOf = (view: View, at: number, code: number, mixed: boolean): string => {
    if (code === codes.done) return "done";
    if (code === codes.skipped) return "skipped";
    if (code === codes["not-for-you"]) return prepared.notForYou.find((rule) => holds(rule.test, view, at))?.why ?? "closed";
    const reopened = ownMarks === undefined ? null : markOn(view, at).reopened;
    if (code === codes.waiting) return reopened ?? step.waiting?.why ?? "later";
    const special = reopened ?? prepared.others.find((rule) => holds(rule.test, view, at))?.why;
    return special ?? (mixed ? "more" : code === codes.later ? "later" : "why");
  };
  const blockersOf = (view: View, at: number): readonly string[] => {
    const found: string[] = [];
    for (const id of prepared.needs) {
      for (const blocker of blockersIn(tables.get(id), step.on, view.site, at, index)) if (!found.includes(blocker)) found.push(blocker);
      if (found.length >= fewBlockers) break;
    }
    return found.slice(0, fewBlockers);
  };
  const actionFor = (at: number, code: number, covers: readonly string[], dueMs: number, mixed: boolean): Action | null => {
    const view = views[at];
    if (view === undefined) return null;
    return {
      step: step.id,
      subject: actionSubject(step, index, at),
      covers,
      status: statusOf[code] ?? "later",
      why: whyOf(view, at, code, mixed),
      after: code === codes.later ? blockersOf(view, at) : [],
      dueAt: Number.isNaN(dueMs) ? null : instantFromMs(dueMs),
      source: step.source.text,
      optional: step.optional === true,
    };
  };

  const sites = step.on === "link" || step.on === "search" ? index.columns.site : null;
  let open = 0;
  let done = 0;
  const actions: (Action | null)[] = [];
  const lots: Lot[] = [];
  const lotAt = new Int32Array(step.batch === "site" ? index.siteNames.length + 1 : 1).fill(-1);
  if (prepared.concerns !== false) {
    for (let at = 0; at < views.length; at++) {
      const view = views[at];
      if (view === undefined) continue;
      due = Number.NaN;
      const code = codeOf(view, at);
      cells[at] = code;
      if (code === codes.absent) continue;
      const site = sites === null ? view.site : (sites[at] ?? -1);
      const stillOpen = isOpen(code);
      if (code === codes.done) done += 1;
      else if (stillOpen) {
        open += 1;
        if (site >= 0) openBySite[site] = (openBySite[site] ?? 0) + 1;
      }
      if (step.batch === undefined) {
        actions.push(actionFor(at, code, [ownSubject(step, view)], due, false));
        continue;
      }
      const place = step.batch === "site" ? site + 1 : 0;
      const lot = lots[lotAt[place] ?? -1];
      if (lot === undefined) lotAt[place] = lots.push({ code, at, covers: [ownSubject(step, view)], due, settled: !stillOpen }) - 1;
      else {
        if (!stillOpen) lot.settled = true;
        const offered = isOffered(code) && isOffered(lot.code);
        if (code < lot.code) {
          if (!offered) lot.covers = [];
          lot.code = code;
          lot.at = at;
          lot.due = due;
        } else if (due < lot.due) lot.due = due;
        if (code === lot.code || offered) lot.covers.push(ownSubject(step, view));
      }
    }
  }
  for (const lot of lots) actions.push(actionFor(lot.at, lot.code, lot.covers, lot.due, lot.settled));
  const given = actions.filter((action) => action !== null);
  const openSubjects = given
    .filter((a) => a.status === "now" || a.status === "due" || a.status === "waiting" || a.status === "later")
    .slice(0, fewBlockers)
    .map((a) => `${step.id}|${a.subject}`);
  return { table: { step, cells, openBySite, open, done, openSubjects }, actions: given };
};
