import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leftWords, msLeft, withSample, type Course } from "../../src/app/time-left.ts";

const MB = 1_000_000;
/** Reports at these moments, `speed` bytes a millisecond at each second. */
const run = (seconds: number, speed: (second: number) => number, everyMs = 250): Course => {
  let course: Course = [];
  let done = 0;
  for (let ms = 0; ms <= seconds * 1_000; ms += everyMs) {
    course = withSample(course, { done, ms: 5_000_000 + ms });
    done += everyMs * speed(ms / 1_000);
  }
  return course;
};

describe("how long it may still take", () => {
  test("is what is left at the speed so far", () => {
    const left = msLeft(
      run(20, () => 5_000),
      400 * MB,
    );
    expect(left).toBeGreaterThan(58_000);
    expect(left).toBeLessThan(62_000);
    expect(leftWords(left)).toEqual({ key: "intake.minutes-left", n: 1 });
  });

  test("is not said before there is enough to go by", () => {
    for (let seconds = 0; seconds < 8; seconds++)
      expect(
        msLeft(
          run(seconds, () => 5_000),
          400 * MB,
        ),
      ).toBe(null);
    // Eight seconds in which next to nothing was done.
    expect(
      msLeft(
        run(20, () => 5),
        400 * MB,
      ),
    ).toBe(null);
    expect(msLeft([], 1)).toBe(null);
  });

  test("is not said while the speed changes, and is again once it is steady", () => {
    const slowThenFast = (second: number): number => (second < 20 ? 500 : 10_000);
    expect(msLeft(run(25, slowThenFast), 4_000 * MB)).toBe(null);
    expect(msLeft(run(120, slowThenFast), 4_000 * MB)).not.toBe(null);
    const stands = (second: number): number => (second < 20 ? 10_000 : 0);
    expect(msLeft(run(60, stands), 4_000 * MB)).toBe(null);
  });

  test("begins anew when the clock was set back", () => {
    const course = run(20, () => 5_000);
    expect(withSample(course, { done: 150 * MB, ms: 1_000 })).toEqual([{ done: 150 * MB, ms: 1_000 }]);
  });

  test("takes no more room for a night than for a minute, and says the same", () => {
    const night = run(36_000, () => 100, 1_000);
    expect(night.length).toBeLessThanOrEqual(240);
    expect(msLeft(night, 36_000_000 * 100 * 2)).toBeCloseTo(36_000_000, -5);
  });

  test("is never negative and never endless, whatever is reported", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ done: fc.nat(), ms: fc.nat() })), fc.nat(), (reports, total) => {
        const left = msLeft(reports.reduce(withSample, []), total);
        if (left !== null) expect([left > 0, Number.isFinite(left)]).toEqual([true, true]);
        expect(left === null).toBe(leftWords(left) === null);
      }),
    );
  });

  test("is said in minutes and hours, and never to the second", () => {
    expect([0, 29_000, 31_000, 89_000, 91_000, 89 * 60_000, 100 * 60_000, 5 * 3_600_000].map(leftWords)).toEqual([
      { key: "intake.seconds-left", n: 0 },
      { key: "intake.seconds-left", n: 0 },
      { key: "intake.minutes-left", n: 1 },
      { key: "intake.minutes-left", n: 1 },
      { key: "intake.minutes-left", n: 2 },
      { key: "intake.minutes-left", n: 89 },
      { key: "intake.hours-left", n: 2 },
      { key: "intake.hours-left", n: 5 },
    ]);
  });
});
