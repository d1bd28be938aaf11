import { describe, expect, test } from "vitest";

describe("bytes in tests", () => {
  test.each([
    [Uint8Array.of(1, 2), Uint8Array.of(1, 3)],
    [Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0)],
    [Uint8Array.of(1, 2).buffer, Uint8Array.of(1, 3).buffer],
    [Uint8Array.of(1, 2), Uint8Array.of(1, 2).buffer],
    [Uint8Array.of(1, 2), [1, 2]],
    [{ row: [Uint8Array.of(1)] }, { row: [Uint8Array.of(2)] }],
  ])("that differ are not equal: %#", (one, other) => {
    expect(one).not.toEqual(other);
    expect(other).not.toEqual(one);
  });

  test("that are the same are equal, wherever they lie", () => {
    expect(new Uint8Array([0, 1, 2, 3]).subarray(1, 3)).toEqual(Uint8Array.of(1, 2));
    expect({ row: [Uint8Array.of(1).buffer] }).toEqual({ row: [Uint8Array.of(1).buffer] });
  });
});
