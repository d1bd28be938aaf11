import { msOf, offsetWords, wallMs, type Instant } from "../../lib/time.ts";
import type { TimelineSaying, TimelineValue } from "../timeline.ts";
import { intlTag, type Translate } from "../words.ts";
import { shown } from "./names.ts";

/** Turns values into words of one language. */
export interface Say {
  readonly t: Translate;
  /** Offset from UTC that dates go without, e.g. "GMT+1"; "" when every date carries its own. */
  readonly zone: string;
  /** `offset`: of the entry whose time it is, in minutes east of UTC; without it this device's. */
  readonly date: (instant: Instant, offset?: number) => string;
  readonly bytes: (count: number) => string;
  readonly line: (saying: TimelineSaying) => string;
}

/**
 * Dates carry their offset from UTC, since a reader may be elsewhere. With `at` they go without the offset that holds there: whoever writes
 * them down says `zone` once on top.
 */
export const createSay = (t: Translate, tag: string, at?: Instant): Say => {
  const locale = intlTag(tag);
  const day = { weekday: "short", year: "numeric", month: "long", day: "numeric" } as const;
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const wall = new Intl.DateTimeFormat(locale, { ...day, ...clock, timeZone: "UTC" });
  const here = (instant: Instant): number => -new Date(msOf(instant)).getTimezoneOffset();
  const zone = at === undefined ? "" : offsetWords(here(at));
  const date = (instant: Instant, offset = here(instant)): string => {
    const name = offsetWords(offset);
    return `${wall.format(wallMs(instant, offset))}${name === zone ? "" : ` ${name}`}`;
  };
  const number = new Intl.NumberFormat(locale);
  const countries = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
  const bytes = (count: number): string => t("share.bytes", { n: count, size: number.format(count) });
  const value = (v: TimelineValue): string | number => {
    if (typeof v === "string") return shown(v);
    if (typeof v === "number") return v;
    if ("word" in v) return t(v.word);
    if ("country" in v) return countries.of(v.country) ?? v.country;
    return "instant" in v ? date(v.instant) : bytes(v.bytes);
  };
  return {
    t,
    zone,
    date,
    bytes,
    line: ({ key, values = {} }) => t(key, Object.fromEntries(Object.entries(values).map(([name, v]) => [name, value(v)]))),
  };
};
