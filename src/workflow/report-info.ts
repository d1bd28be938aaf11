import type { AnswerKind } from "../case/events.ts";
import type { Report } from "../case/state.ts";
import { msOf } from "../lib/time.ts";
import { asksForRemoval, nextRung, rungOf, type Rung } from "./ladder.ts";

const hour = 3_600_000;
/** Without a deadline in the notice that was sent, it is time to look after seven days (our own rule; advocates name 2, 7 and 30 days). */
const patience = 7 * 24 * hour;
const firstLook = 48 * hour;

/** A report, with what its answers come to. Times in milliseconds since 1970. */
export interface ReportInfo {
  readonly report: Report;
  readonly removal: boolean;
  /** null for reports with another aim. */
  readonly rung: Rung | null;
  readonly sentMs: number;
  /** Deadline of the notice that was sent, else seven days. */
  readonly dueMs: number;
  /** When to see if they answered: a mere receipt after the deadline gives them two more days. */
  readonly askMs: number;
  /** When to look at the page: at the deadline, else after 48 hours. */
  readonly lookMs: number;
  /** Newest answer that is more than a receipt. */
  readonly answer: Exclude<AnswerKind, "received"> | null;
  readonly answerSeq: number;
  readonly topRung: boolean;
}

const infoOf = (report: Report): ReportInfo => {
  const sentMs = msOf(report.sentAt);
  const removal = asksForRemoval(report.route);
  const rung = removal ? rungOf(report) : null;
  let answer: ReportInfo["answer"] = null;
  let answerSeq = -1;
  let receivedMs = Number.NaN;
  for (const given of report.answers) {
    if (given.answer === "received") receivedMs = msOf(given.answeredAt);
    else {
      answer = given.answer;
      answerSeq = given.seq;
    }
  }
  const dueMs = report.deadline === null ? sentMs + patience : msOf(report.deadline.dueAt);
  const askMs = receivedMs >= dueMs ? receivedMs + firstLook : dueMs;
  const lookMs = report.deadline === null ? sentMs + firstLook : dueMs;
  return { report, removal, rung, sentMs, dueMs, askMs, lookMs, answer, answerSeq, topRung: rung !== null && nextRung(rung) === null };
};

const known = new WeakMap<Report, ReportInfo>();

/** The same object for the same report, so that a view built from it can be kept. */
export const readReport = (report: Report): ReportInfo => {
  const before = known.get(report);
  if (before !== undefined) return before;
  const info = infoOf(report);
  known.set(report, info);
  return info;
};
