import fc from "fast-check";
import { expect, test } from "vitest";
import { roughlyRanked } from "./build/shorter-wordlists.ts";

test("a word list loses no word when it is put in rough order, and no rank moves by a factor of two", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 700 }), (words) => {
      const rough = roughlyRanked(words);
      expect(rough.toSorted()).toEqual(words.toSorted());
      for (const [i, word] of words.entries()) {
        const factor = (rough.indexOf(word) + 1) / (i + 1);
        expect(factor).toBeLessThan(2);
        expect(factor).toBeGreaterThan(0.5);
      }
    }),
    { numRuns: 30 },
  );
});
