import type { CaseIndex } from "./case-index.ts";
import type { Progress, Test } from "./evaluate.ts";
import type { MarkIndex } from "./marks.ts";
import type { Step } from "./step.ts";
import type { ActionStatus, StepOn } from "./types.ts";
import type { View } from "./view.ts";

/** Statuses as numbers: 0 is "no such action". Smaller is more urgent; a batch shows the most urgent of its links. */
export const codes = { absent: 0, due: 1, now: 2, waiting: 3, later: 4, skipped: 5, done: 6, "not-for-you": 7 } satisfies Record<
  ActionStatus | "absent",
  number
>;
export const statusOf: readonly ActionStatus[] = ["not-for-you", "due", "now", "waiting", "later", "skipped", "done", "not-for-you"];
export const isOffered = (code: number): boolean => code === codes.due || code === codes.now;
export const isOpen = (code: number): boolean => code >= codes.due && code <= codes.later;

/** What one step came to, for every subject of its kind. */
export interface Table {
  readonly step: Step;
  /** Code by position of the subject. */
  readonly cells: Uint8Array;
  readonly openBySite: Int32Array;
  /** Subjects that are open, done; all kinds of subject. */
  readonly open: number;
  readonly done: number;
  /** Action subjects that are open, the first few in order. */
  readonly openSubjects: readonly string[];
}

const onLinks = (on: StepOn): boolean => on === "link" || on === "search";
const sameAxis = (a: StepOn, b: StepOn): boolean => a === b || (onLinks(a) && onLinks(b));

/** One subject of a step; a search is a link in the view of an engine. */
export const ownSubject = (step: Step, view: View): string => (step.on === "search" ? `search:${view.id}/${step.engine ?? ""}` : view.key);

/** The subject under which an action of this step stands. */
export const actionSubject = (step: Step, index: CaseIndex, at: number): string => {
  const view = index.views[step.on][at];
  if (step.batch === "case" || view === undefined) return "case";
  return step.batch === "site" ? `site:${index.siteNames[view.site] ?? ""}` : ownSubject(step, view);
};

const codeAt = (table: Table, at: number): number => table.cells[at] ?? codes.absent;

/** How far one step is, as seen from a subject of kind `on`: the same subject, its site, or all of that step. */
const seenFrom = (
  table: Table,
  on: StepOn,
  same: (code: number) => boolean,
  ofSite: ((site: number) => boolean) | null,
  whole: boolean,
  sites: Int32Array,
): Test => {
  if (table.step.on === "case" || on === "case") return whole;
  if (sameAxis(table.step.on, on)) return (_view, at) => same(codeAt(table, at));
  if (table.step.on === "site" && onLinks(on)) return (_view, at) => (sites[at] ?? -1) < 0 || same(codeAt(table, sites[at] ?? -1));
  if (onLinks(table.step.on) && on === "site" && ofSite !== null) return (_view, at) => ofSite(at);
  return whole;
};

export const progressOf = (tables: ReadonlyMap<string, Table>, index: CaseIndex, marks: MarkIndex): Progress => {
  const roundEnd = (steps: readonly string[]): number => {
    let end = index.firstReportSeq < 0 ? Number.POSITIVE_INFINITY : index.firstReportSeq;
    for (const step of steps) end = Math.min(end, marks.first(step));
    return end;
  };
  const rounds = new Map<readonly string[], boolean>();
  const roundSettled = (steps: readonly string[]): boolean => {
    const end = roundEnd(steps);
    return steps.every((id) => {
      const table = tables.get(id);
      if (table === undefined || table.open === 0) return true;
      if (table.step.on === "case") return false;
      return index.views[table.step.on].every((view, at) => view.seq >= end || !isOpen(codeAt(table, at)));
    });
  };
  return {
    settled: (step, on) => {
      const table = tables.get(step);
      if (table === undefined) return true;
      return seenFrom(
        table,
        on,
        (code) => !isOpen(code),
        (site) => table.openBySite[site] === 0,
        table.open === 0,
        index.columns.site,
      );
    },
    done: (step, on) => {
      const table = tables.get(step);
      if (table === undefined) return false;
      return seenFrom(table, on, (code) => code === codes.done, null, table.open === 0 && table.done > 0, index.columns.site);
    },
    firstRound: (steps) => {
      const before = rounds.get(steps);
      if (before !== undefined) return before;
      const settled = roundSettled(steps);
      rounds.set(steps, settled);
      return settled;
    },
  };
};

/** `<step>|<subject>` of what a subject waits for in one step; a few are enough to say what comes first. */
export const blockersIn = (table: Table | undefined, on: StepOn, site: number, at: number, index: CaseIndex): readonly string[] => {
  if (table === undefined || table.open === 0) return [];
  const { step } = table;
  if (step.on !== "case" && on !== "case") {
    const place = sameAxis(step.on, on) ? at : step.on === "site" && onLinks(on) ? site : -1;
    if (place >= 0) return isOpen(codeAt(table, place)) ? [`${step.id}|${actionSubject(step, index, place)}`] : [];
    if (onLinks(step.on) && on === "site" && step.batch === "site")
      return table.openBySite[at] === 0 ? [] : [`${step.id}|site:${index.siteNames[at] ?? ""}`];
  }
  return table.openSubjects;
};
