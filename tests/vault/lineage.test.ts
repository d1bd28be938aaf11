import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineOf, type LineLog, type LogMark } from "../../src/vault/lineage.ts";

const log = (id: string, times: readonly number[], marks: readonly LogMark[] = []): readonly [string, LineLog] => [
  id,
  { log: id, size: times.length, at: (seq) => times[seq], marks },
];
const said = (own: string, ...logs: readonly (readonly [string, LineLog])[]): string =>
  lineOf(own, new Map(logs))
    .map(({ log: id, seq, brought, loose }) => `${id}${String(seq)}${brought === true ? "*" : ""}${loose === true ? "?" : ""}`)
    .join(" ");

describe("the line of a case with several logs", () => {
  test("a restored case has its history first", () => {
    expect(said("b", log("a", [1, 2]), log("b", [9, 10], [{ seq: 0, log: "a", size: 2 }]))).toBe("a0 a1 b0 b1");
  });

  test("a copy that was brought in stands by time among what came after they parted, each log in its own order", () => {
    const b = log("b", [10, 12, 11], [{ seq: 0, log: "a", size: 2 }]);
    const a = log("a", [1, 2, 11, 30, 50, 60], [{ seq: 4, log: "b", size: 3 }]);
    expect(said("a", a, b)).toBe("a0 a1 b0* a2 b1* b2* a3 a4 a5");
    // Appending changes no place.
    const more = log("a", [1, 2, 11, 30, 50, 60, 5], [{ seq: 4, log: "b", size: 3 }]);
    expect(said("a", more, b)).toBe("a0 a1 b0* a2 b1* b2* a3 a4 a5 a6");
  });

  test("an entry without a time keeps its place behind the one before", () => {
    const a: readonly [string, LineLog] = [
      "a",
      { log: "a", size: 3, at: (seq) => [1, undefined, 9][seq], marks: [{ seq: 2, log: "b", size: 1 }] },
    ];
    expect(said("a", a, log("b", [5]))).toBe("a0 a1 b0* a2");
  });

  test("what nothing names any more stands in front, or behind what it is known to follow", () => {
    const a = log("a", [1, 2, 3]);
    const b = log("b", [9, 10], [{ seq: 0, log: "a", size: 3 }]);
    // The entry that named the history of a restored case is damaged; then one that brought in another copy, or the later of two.
    for (const logs of [
      [a, b],
      [b, a],
    ])
      expect(said("c", log("c", [20, 21]), ...logs)).toBe("a0? a1? a2? b0? b1? c0 c1");
    expect(said("a", a, log("b", [9, 10], [{ seq: 0, log: "a", size: 2 }]))).toBe("a0 a1 b0? b1? a2");
    const once = log("a", [1, 2, 20], [{ seq: 2, log: "b", size: 1 }]);
    expect(said("a", once, log("b", [9, 10], [{ seq: 0, log: "a", size: 1 }]))).toBe("a0 a1 b0* b1? a2");
  });

  test("after 1,000 walks nothing is left out", () => {
    const marks = Array.from({ length: 1060 }, (_, i) => ({ seq: i, log: `x${String(i)}.`, size: 1 }));
    const others = marks.map(({ log: id }, i) => log(id, [i]));
    const line = lineOf(
      "a",
      new Map([
        log(
          "a",
          Array.from({ length: 1060 }, (_, i) => i),
          marks,
        ),
        ...others,
      ]),
    );
    expect(line.length).toBe(2120);
    expect(line.filter(({ loose }) => loose === true).length).toBe(60);
  });

  test("hostile logs that name themselves, each other or what is not there end, and every entry stands at most once", () => {
    const ids = ["a", "b", "c"] as const;
    const marks = fc.array(fc.record({ seq: fc.nat(6), log: fc.constantFrom(...ids, "gone"), size: fc.nat(9) }), { maxLength: 5 });
    const logs = fc.tuple(
      ...ids.map((id) =>
        fc.tuple(fc.array(fc.nat(20), { maxLength: 6 }), marks).map(([times, named]) =>
          log(
            id,
            times,
            named.toSorted((x, y) => x.seq - y.seq),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(logs, (all) => {
        const line = lineOf("a", new Map(all)).map(({ log: id, seq }) => `${id}${String(seq)}`);
        expect(new Set(line).size).toBe(line.length);
        expect(line.length).toBe(all.reduce((sum, [, { size }]) => sum + size, 0));
        const own = line.filter((place) => place.startsWith("a"));
        expect(own).toEqual(Array.from({ length: all[0]?.[1].size ?? 0 }, (_, seq) => `a${String(seq)}`));
      }),
    );
  });
});
