import type { Id, ReportKind } from "./events.ts";
import type { Answer, CaseState, Link, Report } from "./state.ts";
import { msOf } from "../lib/time.ts";

const otherAims: ReadonlySet<ReportKind> = new Set(["de-index", "reupload-prevention", "impersonation", "preservation"]);

/** Does such a report ask for the thing itself to be taken down? */
export const asksForRemoval = (route: ReportKind): boolean => !otherAims.has(route);

/** Newest by the time it came, which need not be the order in which it was written down; of two at one time, the later written. */
export const latestAnswer = (report: Report): Answer | null =>
  report.answers.reduce<Answer | null>(
    (newest, answer) => (newest !== null && msOf(newest.answeredAt) > msOf(answer.answeredAt) ? newest : answer),
    null,
  );

/** `waiting`: their turn. `escalated`: another report follows this one. The rest is the newest answer. */
export type ReportState = "waiting" | "needs-more" | "removed" | "refused" | "partly" | "silent" | "escalated";

const followed = new WeakMap<ReadonlyMap<Id, Report>, ReadonlySet<Id>>();
const followedIn = (state: CaseState): ReadonlySet<Id> => {
  const known = followed.get(state.reports);
  if (known !== undefined) return known;
  const found = new Set([...state.reports.values()].flatMap(({ follows }) => follows ?? []));
  followed.set(state.reports, found);
  return found;
};

export const reportState = (state: CaseState, report: Report): ReportState => {
  const answer = latestAnswer(report)?.answer ?? "received";
  if (answer === "removed") return "removed";
  if (followedIn(state).has(report.id)) return "escalated";
  return answer === "received" ? "waiting" : answer;
};

/** Reports that ask for this link's removal, made after it last came back. */
export const removalReports = (state: CaseState, link: Link): readonly Report[] => {
  let gone = false;
  let cameBack = -1;
  for (const { found, seq } of link.checks) {
    if (found === "still-there" && gone) cameBack = seq;
    if (found !== "cant-tell") gone = found === "gone";
  }
  return link.reports.flatMap((id) => {
    const report = state.reports.get(id);
    return report !== undefined && asksForRemoval(report.route) && report.seq > cameBack ? report : [];
  });
};

/** Reports on this link that somebody still has to act on. */
export const openReports = (state: CaseState, link: Link): readonly Report[] =>
  link.reports.flatMap((id) => {
    const report = state.reports.get(id);
    if (report === undefined) return [];
    const now = reportState(state, report);
    return now === "removed" || now === "escalated" ? [] : report;
  });
