import type { Brand } from "./brand.ts";

/** ISO 8601 instant in UTC with milliseconds, e.g. `2026-11-22T09:58:00.000Z`, as the device's clock said. */
export type Instant = Brand<string, "Instant">;

/** The one place where a string becomes an Instant; undefined when it is not a real date in that exact shape. */
export const parseInstant = (text: string): Instant | undefined => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(text)) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== text) return undefined;
  return text as Instant;
};

/** Milliseconds since 1970 → Instant. Throws RangeError outside the range of dates. */
export const instantFromMs = (ms: number): Instant => new Date(ms).toISOString() as Instant;

export const msOf = (instant: Instant): number => Date.parse(instant);

/** `instant` plus `hours` real hours; time zones and DST play no part. */
export const plusHours = (instant: Instant, hours: number): Instant => instantFromMs(msOf(instant) + hours * 3_600_000);

/**
 * What a clock showed that stood `offset` minutes east of UTC, as the milliseconds of a UTC clock that shows the same: format it in UTC. Not by a
 * zone's name, since zones change their rules and a person travels.
 */
export const wallMs = (instant: Instant, offset: number): number => msOf(instant) + offset * 60_000;

/** "GMT+1", "GMT-3:30" */
export const offsetWords = (offset: number): string => {
  const minutes = Math.abs(offset) % 60;
  const hours = (Math.abs(offset) - minutes) / 60;
  return `GMT${offset < 0 ? "-" : "+"}${String(hours)}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
};
