import { expect, test } from "vitest";
import { sizeWords } from "../../src/screens/parts/dates.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [23, "23 bytes"],
  [57_274, "57 kB"],
  [999_499, "999 kB"],
  [999_500, "1 MB"],
  [5_640_000, "5.6 MB"],
  [1_000_000_000, "1 GB"],
])("%d bytes in words", (bytes, words) => expect(sizeWords("en", bytes)).toBe(words));
