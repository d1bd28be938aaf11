import { afterEach, describe, expect, test, vi } from "vitest";
import { createSay } from "../../src/app/disclosure/say.ts";
import { createTranslate } from "../../src/app/words.ts";
import english from "../../src/content/locales/en.ts";
import { instantFromMs, offsetWords, parseInstant, type Instant } from "../../src/lib/time.ts";
import { awayWords, daysBetween, dayWords, exactWords, timeWords } from "../../src/screens/parts/dates.ts";

afterEach(() => vi.unstubAllEnvs());

const instant = (text: string): Instant => {
  const read = parseInstant(text);
  if (read === undefined) throw new Error(text);
  return read;
};
const say = createSay(createTranslate(english), "en");

describe("the time of an entry is shown as the device said it then", () => {
  // 25 October 2026, 01:00 UTC: in Berlin the clock goes from 03:00 back to 02:00.
  const before = instant("2026-10-25T00:30:00.000Z");
  const after = instant("2026-10-25T01:30:00.000Z");

  test("an hour that comes twice is told apart by its offset, and read on a phone in the same zone it is not said twice", () => {
    vi.stubEnv("TZ", "Europe/Berlin");
    const now = instant("2026-10-26T09:00:00.000Z");
    expect([timeWords("en-GB", before, now, 120), timeWords("en-GB", after, now, 60)]).toEqual(["Sunday 02:30", "Sunday 02:30"]);
    expect([say.date(before, 120), say.date(after, 60)]).toEqual([
      "Sun, 25 October 2026 at 02:30 GMT+2",
      "Sun, 25 October 2026 at 02:30 GMT+1",
    ]);
    expect(exactWords("en-GB", before, 120)).toMatch(/02:30:00 GMT\+2$/u);
  });

  test("after a journey, the time, the day and the days between stay those of the place where it was written", () => {
    vi.stubEnv("TZ", "America/New_York");
    // Written in Berlin at half past midnight on Friday; in New York it was still Thursday.
    const written = instant("2026-11-19T23:30:00.000Z");
    const now = instant("2026-11-22T10:00:00.000Z");
    expect(timeWords("en-GB", written, now, 60)).toBe("Friday 00:30 (GMT+1)");
    expect(timeWords("en-GB", written, now)).toBe("Thursday 18:30");
    expect([awayWords("en-GB", written, now, 60), dayWords("en-GB", written, 60)]).toEqual(["2 days ago", "Friday 20 November"]);
    expect(say.date(written, 60)).toBe("Fri, 20 November 2026 at 00:30 GMT+1");
    expect(daysBetween(written, written, 60, -300)).toBe(1);
  });

  test("a year ends where it was written", () => {
    vi.stubEnv("TZ", "UTC");
    const eve = instant("2026-12-31T23:30:00.000Z");
    expect(timeWords("en-GB", eve, instant("2027-03-01T12:00:00.000Z"), 60)).toBe("1 January 00:30 (GMT+1)");
    expect(timeWords("en-GB", eve, instant("2027-03-01T12:00:00.000Z"))).toBe("31 December 2026 23:30");
  });
});

test("a stated time has no offset of its own: this device's zone as it was that day", () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  const now = instantFromMs(Date.UTC(2026, 10, 22, 10));
  expect(timeWords("en-GB", instant("2026-07-01T10:00:00.000Z"), now)).toBe("1 July 12:00");
  expect(daysBetween(now, instant("2026-11-23T00:30:00.000Z"))).toBe(1);
});

test("offsets in words", () => expect([0, 60, -210, 345].map(offsetWords)).toEqual(["GMT+0", "GMT+1", "GMT-3:30", "GMT+5:45"]));
