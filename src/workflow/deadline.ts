import type { Deadline } from "../case/events.ts";
import { type Instant, instantFromMs, msOf, plusHours } from "../lib/time.ts";
import type { Source } from "./types.ts";

/** What the clock needs of a notice; `Notice` in content/types.ts has it. */
export interface ClockNotice {
  readonly law: string | null;
  readonly clock:
    { readonly hours: number; readonly startsAt: "receipt" } | { readonly months: number; readonly startsAt: "receipt" } | null;
  readonly source: Source;
}

const MINUTE = 60_000;

/** The same date and time `months` later where the person is; the last day of the month when it has no such date (31 January → 28 February). */
const plusMonths = (instant: Instant, months: number, offsetMinutes: number): Instant => {
  const local = new Date(msOf(instant) + offsetMinutes * MINUTE);
  const day = local.getUTCDate();
  const target = new Date(local);
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(day, lastDay));
  return instantFromMs(target.getTime() - offsetMinutes * MINUTE);
};

/**
 * The time that the law names, counted from when the notice reached them; a form or mail is taken to arrive when it is sent.
 * null: no clock runs: the law names no time that the person's own request starts, or a required element is `missing`.
 * Hours are real hours, whatever the time zone does meanwhile; months are calendar months at `offsetMinutes` east of UTC.
 * It says what the law asks for, not that an answer is due.
 */
export const deadlineFor = (notice: ClockNotice, sentAt: Instant, missing: readonly string[], offsetMinutes = 0): Deadline | null => {
  if (missing.length > 0 || notice.clock === null || notice.law === null) return null;
  return {
    dueAt: "hours" in notice.clock ? plusHours(sentAt, notice.clock.hours) : plusMonths(sentAt, notice.clock.months, offsetMinutes),
    law: notice.law,
    source: notice.source.text,
    sourceDate: notice.source.date ?? "undated",
  };
};
