import { afterEach, expect, test, vi } from "vitest";
import { createSay } from "../../src/app/disclosure/say.ts";
import { createTranslate } from "../../src/app/words.ts";
import english from "../../src/content/locales/en.ts";
import { parseInstant, type Instant } from "../../src/lib/time.ts";

afterEach(() => vi.unstubAllEnvs());

const instant = (text: string): Instant => {
  const read = parseInstant(text);
  if (read === undefined) throw new Error(text);
  return read;
};
const winter = instant("2026-11-22T10:00:00.000Z");
const summer = instant("2026-07-22T10:00:00.000Z");
const t = createTranslate(english);

test("a date carries its offset unless that was said on top and is the same", () => {
  vi.stubEnv("TZ", "Europe/Dublin");
  const alone = createSay(t, "en");
  expect([alone.zone, alone.date(winter), alone.date(summer)]).toEqual([
    "",
    "Sun, 22 November 2026 at 10:00 GMT+0",
    "Wed, 22 July 2026 at 11:00 GMT+1",
  ]);
  const inSummer = createSay(t, "en", summer);
  expect([inSummer.zone, inSummer.date(winter), inSummer.date(summer)]).toEqual([
    "GMT+1",
    "Sun, 22 November 2026 at 10:00 GMT+0",
    "Wed, 22 July 2026 at 11:00",
  ]);
});

test("an answer is said as it was asked: a country by its name, a choice in its words", () => {
  const say = createSay(t, "en");
  expect(say.line({ key: "timeline.fact", values: { question: { word: "timeline.fact-country" }, answer: { country: "US" } } })).toBe(
    "Answered a question: Country – United States",
  );
});
