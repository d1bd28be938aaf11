import type { Deadline, Id, SubjectKey } from "../case/events.ts";
import type { CaseState, Report } from "../case/state.ts";
import { instantFromMs, msOf, type Instant } from "../lib/time.ts";
import { indexCase } from "./case-index.ts";
import { nextRung, type Rung } from "./ladder.ts";
import { readReport } from "./report-info.ts";
import { reportBits } from "./view.ts";

/** Whose turn it is. `you-look`: they say it is gone, or the time is over; `nobody`: nothing is open. */
export type Turn = "them" | "you-answer" | "you-look" | "you-go-higher" | "nobody";

/** One report on the control surface: what is waiting for whom, since when, until when, and what comes after. */
export interface TrackedReport {
  readonly report: Id;
  readonly site: string;
  readonly platform: string | null;
  readonly route: Report["route"];
  readonly covers: readonly SubjectKey[];
  readonly reference: string;
  readonly turn: Turn;
  /** When the turn began: sent, or last answered. */
  readonly since: Instant;
  /** When it is time to look; null when nothing is open. It is what the notice asked for, not a promise of an answer. */
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
  /** The law and the source that a deadline comes from; null: no law named a time, so it is seven days. */
  readonly deadline: Deadline | null;
  /** Newest answer; null before any. */
  readonly answer: Report["answers"][number]["answer"] | null;
  readonly rung: Rung | null;
  /** Where to go if this fails; null at the top, and for reports that do not ask for removal. */
  readonly next: Rung | null;
}

const turnOf = (bits: number, overdue: boolean): Turn => {
  const has = (mask: number): boolean => (bits & mask) !== 0;
  if (has(reportBits.over | reportBits.followed)) return "nobody";
  if (has(reportBits["needs-more"])) return "you-answer";
  if (has(reportBits["not-true"] | reportBits.refused | reportBits.partly | reportBits.silent)) {
    return has(reportBits.removal) && !has(reportBits["top-rung"]) ? "you-go-higher" : "nobody";
  }
  if (has(reportBits.removed)) return "you-look";
  return overdue ? "you-look" : "them";
};

const urgency: Readonly<Record<Turn, number>> = { "you-answer": 0, "you-go-higher": 1, "you-look": 2, them: 3, nobody: 4 };

/** All reports, the person's own turn first, then by what is due first. Pure; the same state and time give the same list. */
export const track = (state: CaseState, now: Instant): readonly TrackedReport[] => {
  const index = indexCase(state, now);
  const bits = new Map(index.views.report.map((view) => [view.id, view.bits]));
  const tracked = [...state.reports.values()].map((report): TrackedReport => {
    const info = readReport(report);
    const overdue = info.dueMs <= index.nowMs;
    const turn = turnOf(bits.get(report.id) ?? 0, overdue);
    const last = report.answers[report.answers.length - 1];
    return {
      report: report.id,
      site: report.site,
      platform: report.platform,
      route: report.route,
      covers: report.covers,
      reference: report.reference,
      turn,
      since: last?.answeredAt ?? report.sentAt,
      dueAt: turn === "nobody" ? null : instantFromMs(info.dueMs),
      overdue: overdue && turn !== "nobody",
      deadline: report.deadline,
      answer: last?.answer ?? null,
      rung: info.rung,
      next: info.rung === null ? null : nextRung(info.rung),
    };
  });
  const dueMs = (one: TrackedReport): number => (one.dueAt === null ? Number.POSITIVE_INFINITY : msOf(one.dueAt));
  return tracked
    .map((one, at) => ({ one, at, due: dueMs(one) }))
    .sort((a, b) => urgency[a.one.turn] - urgency[b.one.turn] || (a.due < b.due ? -1 : a.due > b.due ? 1 : a.at - b.at))
    .map(({ one }) => one);
};
