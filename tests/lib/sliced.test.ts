import fc from "fast-check";
import { expect, test } from "vitest";
import { sliced } from "../../src/lib/sliced.ts";

test("any part of a part has the size and the bytes that a Blob's has", async () => {
  const end = fc.integer({ min: 0, max: 40 });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 30 }), fc.array(fc.tuple(end, end), { maxLength: 4 }), async (bytes, cuts) => {
      const whole = sliced(bytes.length, async (from, to) => bytes.slice(from, to).buffer);
      const blob = new Blob([bytes.slice()]);
      const [mine, theirs] = cuts.reduce<readonly [typeof whole, Blob]>(
        ([a, b], [from, to]) => [a.slice(from, to), b.slice(from, to)],
        [whole, blob],
      );
      expect(mine.size).toBe(theirs.size);
      expect(new Uint8Array(await mine.arrayBuffer())).toEqual(new Uint8Array(await theirs.arrayBuffer()));
    }),
  );
});

test("a part is read no further than it goes, and not before it is asked for", async () => {
  const read: (readonly [number, number])[] = [];
  const whole = sliced(100, async (from, to) => (read.push([from, to]), new ArrayBuffer(to - from)));
  const part = whole.slice(10, 20).slice(5, 50);
  expect(read).toEqual([]);
  await part.arrayBuffer();
  expect(read).toEqual([[15, 20]]);
});
