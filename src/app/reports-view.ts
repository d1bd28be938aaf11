import { latestAnswer, reportState, type ReportState } from "../case/reports.ts";
import type { Report, CaseState } from "../case/state.ts";
import { plusHours, type Instant } from "../lib/time.ts";

export { latestAnswer, reportState } from "../case/reports.ts";

/** One report as the tracker shows it: what waits for whom, since when, and when to look. */
export interface ReportLine {
  readonly report: Report;
  readonly state: ReportState;
  /** When to look again; null: nothing is waited for. */
  readonly lookAt: Instant | null;
  readonly isOverdue: boolean;
  /** The newest answer's time, else when it was sent. */
  readonly since: Instant;
}

/** Without a clock in law it is time to look after a week (our own rule). */
const patienceHours = 7 * 24;

/** Newest first; what is overdue stands on top. */
export const reportLines = (state: CaseState, now: Instant): readonly ReportLine[] =>
  [...state.reports.values()]
    .map((report): ReportLine => {
      const current = reportState(state, report);
      const waits = current === "waiting";
      const lookAt = waits ? (report.deadline?.dueAt ?? plusHours(report.sentAt, patienceHours)) : null;
      return {
        report,
        state: current,
        lookAt,
        isOverdue: lookAt !== null && lookAt <= now,
        since: latestAnswer(report)?.answeredAt ?? report.sentAt,
      };
    })
    .sort((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || b.report.seq - a.report.seq);
