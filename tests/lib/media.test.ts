import fc from "fast-check";
import { expect, test } from "vitest";
import { mediaToken, parseMediaAnswer, parseMediaQuestion, parseRange, pieceBytes } from "../../src/lib/media.ts";
import { chunkBytes } from "../../src/vault/format.ts";

test("a piece is one chunk of the vault", () => {
  expect(pieceBytes).toBe(chunkBytes);
});

test("a range of bytes is read as it was written, and nothing else is one", () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31), fc.option(fc.nat(2 ** 31)), (from, length) => {
      const to = length === null ? null : from + length;
      expect(parseRange(`bytes=${String(from)}-${to === null ? "" : String(to)}`)).toEqual({ from, to });
    }),
  );
  for (const header of [null, "", "bytes=-5", "bytes=5-4", "bytes=0-1,3-4", "bytes=a-", "items=0-1", "bytes=1e3-", "bytes=0-1\n"])
    expect([header, parseRange(header)]).toEqual([header, undefined]);
});

test("only an address in the app's own folder with a whole token is one of a player", () => {
  const scope = "https://host.test/app/";
  const token = "0123456789abcdef".repeat(2);
  expect(mediaToken(`${scope}media/${token}`, scope)).toBe(token);
  for (const address of [
    `${scope}media/`,
    `${scope}media/${token}0`,
    `${scope}media/${token}?x`,
    `${scope}media/../${token}`,
    `https://host.test/media/${token}`,
    `https://other.test/app/media/${token}`,
  ])
    expect([address, mediaToken(address, scope)]).toEqual([address, undefined]);
});

test("anything may come as a message; only questions and answers are taken", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(parseMediaQuestion(value)).toBeUndefined();
      expect(parseMediaAnswer(value)).toBeNull();
    }),
  );
  const question = { type: "media", token: "f".repeat(32), from: 7 } as const;
  expect(parseMediaQuestion({ ...question, more: 1 })).toEqual(question);
  for (const from of [-1, 0.5, Number.NaN, "7", 2 ** 60]) expect(parseMediaQuestion({ ...question, from })).toBeUndefined();
  const answer = { type: "video/mp4", size: 3, bytes: new ArrayBuffer(3) };
  expect(parseMediaAnswer(answer)).toEqual(answer);
});
