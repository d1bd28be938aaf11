import { expect, test } from "vitest";
import { localDate, localMinute } from "../../src/app/local-date.ts";

test("names say the day, and the minute where there may be several a day, by the device's own clock", () => {
  const at = new Date(2026, 0, 5, 7, 3).getTime();
  expect([localDate(at), localMinute(at)]).toEqual(["2026-01-05", "2026-01-05-0703"]);
  expect(localMinute(at + 60_000)).not.toBe(localMinute(at));
});
