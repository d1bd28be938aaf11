import fc from "fast-check";
import { expect, test } from "vitest";
import { undense } from "../../src/lib/dense.ts";
import { dense } from "../tooling/build/dense-text.ts";

test("any bytes come back as they were, and the text needs no escape in any string of a script", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      const text = dense(bytes);
      expect([...undense(text)]).toEqual([...bytes]);
      expect(text).not.toMatch(/[\p{Cc}"'`\\$]/u);
      expect(new Set(text.slice(0, 256)).size).toBe(256);
    }),
  );
});
