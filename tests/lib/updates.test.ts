import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBuild, parseQuestion } from "../../src/lib/updates.ts";

const hash = fc.stringMatching(/^[0-9a-f]{64}$/u);

test("a build that was written is read back, and nothing beside it", () => {
  fc.assert(
    fc.property(hash, fc.string({ maxLength: 40 }), fc.anything(), (value, version, extra) => {
      expect(parseBuild({ extra, hash: value, version })).toEqual({ version, hash: value });
    }),
  );
});

test("anything else is no build and no question", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(parseBuild(value)).toBeUndefined();
      expect(parseQuestion(value)).toBeUndefined();
    }),
  );
});

test.each([
  { version: "1", hash: "A".repeat(64) },
  { version: "1", hash: "a".repeat(63) },
  { version: "1", hash: `${"a".repeat(64)}\n` },
  { version: "x".repeat(41), hash: "a".repeat(64) },
  { hash: "a".repeat(64) },
])("not a build: %j", (value) => {
  expect(parseBuild(value)).toBeUndefined();
});

test("the three questions are known", () => {
  expect(["build", "claim", "apply", "skip"].map((type) => parseQuestion({ type })?.type)).toEqual(["build", "claim", "apply", undefined]);
});
