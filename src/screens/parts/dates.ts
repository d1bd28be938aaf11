import { msOf, offsetWords, wallMs, type Instant } from "../../lib/time.ts";

const DAY_MS = 86_400_000;

/** Minutes east of UTC that this device's zone has at an instant. */
const offsetHere = (instant: Instant): number => -new Date(msOf(instant)).getTimezoneOffset();

/** Number of the calendar day on a clock with that offset: days are counted by the calendar, not by 24 hours. */
const dayOf = (instant: Instant, offset = offsetHere(instant)): number => Math.floor(wallMs(instant, offset) / DAY_MS);

/** Whole calendar days from `now` to `instant`; negative: in the past. `offset`: of the clock that showed `instant`, if not this device's. */
export const daysBetween = (now: Instant, instant: Instant, offset?: number, nowOffset?: number): number =>
  dayOf(instant, offset) - dayOf(now, nowOffset);

const format = (tag: string, options: Intl.DateTimeFormatOptions, instant: Instant, offset = offsetHere(instant)): string =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }).format(wallMs(instant, offset));

/** "Sunday 22 November" */
export const dayWords = (tag: string, instant: Instant, offset?: number): string =>
  format(tag, { weekday: "long", day: "numeric", month: "long" }, instant, offset).replace(",", "");

/** Said only where the clock that showed it stood elsewhere than this device's zone. */
const elsewhere = (instant: Instant, offset: number | undefined): string =>
  offset === undefined || offset === offsetHere(instant) ? "" : ` (${offsetWords(offset)})`;

/**
 * "Thursday 21:14" within six days either way, else "12 November 21:14", with the year when it is another one. `offset`: that of the entry whose time
 * it is, in minutes east of UTC, since times are shown as the device said then; without it this device's zone.
 */
export const timeWords = (tag: string, instant: Instant, now: Instant, offset?: number): string => {
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const near = Math.abs(daysBetween(now, instant, offset)) < 7;
  const year = (of: Instant, at = offsetHere(of)): number => new Date(wallMs(of, at)).getUTCFullYear();
  const date: Intl.DateTimeFormatOptions = { day: "numeric", month: "long" };
  const day: Intl.DateTimeFormatOptions = near
    ? { weekday: "long" }
    : year(instant, offset) === year(now)
      ? date
      : { ...date, year: "numeric" };
  return `${format(tag, day, instant, offset)} ${format(tag, time, instant, offset)}${elsewhere(instant, offset)}`;
};

/** "3 days ago", "yesterday", "today", "in 2 days" */
export const awayWords = (tag: string, instant: Instant, now: Instant, offset?: number): string =>
  new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(daysBetween(now, instant, offset), "day");

/** With seconds, zone and year. */
export const exactWords = (tag: string, instant: Instant, offset = offsetHere(instant)): string =>
  `${format(tag, { dateStyle: "full", timeStyle: "medium" }, instant, offset)} ${offsetWords(offset)}`;

/** "54 KB", "3.2 MB" */
export const sizeWords = (tag: string, bytes: number): string => {
  const unit = bytes < 1000 ? "byte" : bytes < 999_500 ? "kilobyte" : bytes < 999_500_000 ? "megabyte" : "gigabyte";
  const per = { byte: 1, kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9 }[unit];
  const digits = unit === "byte" || unit === "kilobyte" ? 0 : 1;
  // Short, a byte has no plural.
  const unitDisplay = unit === "byte" ? "long" : "short";
  return new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay, maximumFractionDigits: digits }).format(bytes / per);
};
