import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addCover,
  addInMiddle,
  between,
  nudgeCover,
  placeCover,
  placeOf,
  removeCover,
  startCovers,
  suggestAgain,
  undoCovers,
  type Area,
  type Covers,
  type Nudge,
} from "../../src/app/covers.ts";

const number = fc.double({ min: -5_000, max: 9_000, noNaN: true });
const area: fc.Arbitrary<Area> = fc.record({ x: number, y: number, width: number, height: number });
const nudges: readonly Nudge[] = ["left", "right", "up", "down", "wider", "narrower", "taller", "shorter"];
const step: fc.Arbitrary<(covers: Covers) => Covers> = fc.oneof(
  area.map((one) => (covers: Covers) => addCover(covers, one)),
  fc.constant(addInMiddle),
  fc.tuple(fc.nat(6), area).map(
    ([id, one]) =>
      (covers: Covers) =>
        placeCover(covers, id, one),
  ),
  fc.tuple(fc.nat(6), fc.constantFrom(...nudges)).map(
    ([id, how]) =>
      (covers: Covers) =>
        nudgeCover(covers, id, how),
  ),
  fc.nat(6).map((id) => (covers: Covers) => removeCover(covers, id)),
  fc.array(area, { maxLength: 3 }).map((some) => (covers: Covers) => suggestAgain(covers, some)),
  fc.constant(undoCovers),
);

describe("placing covers", () => {
  test("whatever is done, each lies in the picture in whole pixels, and no two have one id", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4_000 }),
        fc.integer({ min: 1, max: 4_000 }),
        fc.array(step, { maxLength: 20 }),
        (w, h, steps) => {
          const covers = steps.reduce((now, next) => next(now), startCovers(w, h, []));
          for (const { area: one } of covers.list) {
            expect(Object.values(one).every(Number.isInteger)).toBe(true);
            expect(Math.min(one.x, one.y, one.width - 1, one.height - 1)).toBeGreaterThanOrEqual(0);
            expect(one.x + one.width).toBeLessThanOrEqual(w);
            expect(one.y + one.height).toBeLessThanOrEqual(h);
          }
          expect(new Set(covers.list.map(({ id }) => id)).size).toBe(covers.list.length);
        },
      ),
    );
  });

  test("undo goes back step by step to the beginning", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const first = startCovers(400, 300, [{ x: 1, y: 2, width: 30, height: 40 }]);
        let covers = steps.reduce((now, next) => next(now), first);
        while (covers.past.length > 0) covers = undoCovers(covers);
        expect(covers.list).toEqual(first.list);
        expect(undoCovers(covers)).toBe(covers);
      }),
    );
  });

  test("a nudge moves one side by a fiftieth, and stops at the edge", () => {
    const covers = startCovers(500, 1_000, [{ x: 0, y: 0, width: 100, height: 100 }]);
    const after = (...hows: readonly Nudge[]) => hows.reduce((now, how) => nudgeCover(now, 0, how), covers).list[0]?.area;
    expect(after("left", "up")).toEqual({ x: 0, y: 0, width: 100, height: 100 });
    expect(after("right", "down")).toEqual({ x: 10, y: 20, width: 100, height: 100 });
    expect(after("wider", "taller", "narrower")).toEqual({ x: 0, y: 0, width: 100, height: 120 });
    expect(nudgeCover(covers, 9, "left")).toBe(covers);
  });

  test("a cover is told in per cent of the picture; a drag may go any way", () => {
    const covers = startCovers(200, 400, [between({ x: 150, y: 300 }, { x: 50, y: 100 })]);
    const [cover] = covers.list;
    if (cover === undefined) throw new Error("no cover");
    expect(placeOf(covers, cover)).toEqual({ left: 25, top: 25, wide: 50, high: 50 });
  });
});
