import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocks, coveredText, coverMessage, wholeWords } from "../../src/app/message-covers.ts";
import { ok } from "../../src/lib/result.ts";
import { openedApp } from "./test-app.ts";

const of = (text: string, ...words: readonly string[]): string =>
  coveredText(
    text,
    words.flatMap((word) => wholeWords(text, { from: text.indexOf(word), to: text.indexOf(word) + word.length }) ?? []),
  );

describe("covering words", () => {
  test("each passage becomes the same blocks, and half a word takes the whole of it", () => {
    expect(of("call Ana at 202 555 0143 now", "Ana")).toBe(`call ${blocks} at 202 555 0143 now`);
    expect(of("call Anastasia at 5 now", "nast")).toBe(`call ${blocks} at 5 now`);
    expect(of("call Ana at 202 555 0143 now", "202 555 0143")).toBe(`call Ana at ${blocks} now`);
    expect(of("a b c d", "b", "c")).toBe(`a ${blocks} d`);
    expect(of("a b c d", "d", "b")).toBe(`a ${blocks} c ${blocks}`);
    expect(of("a\nb", "a", "b")).toBe(`${blocks}\n${blocks}`);
    expect(wholeWords("a  b", { from: 1, to: 3 })).toBeUndefined();
  });

  test("what is covered tells neither its words nor its length", () => {
    const word = fc.stringMatching(/^[a-z]{1,30}$/u);
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 6 }),
        fc.array(word, { minLength: 1, maxLength: 5 }),
        word,
        fc.array(word, { maxLength: 6 }),
        (before, one, two, after) => {
          const made = [one.join(" "), two].map((secret) => {
            const text = [...before, secret, ...after].join(" ");
            const from = before.join(" ").length + (before.length > 0 ? 1 : 0);
            return coveredText(text, [wholeWords(text, { from, to: from + secret.length }) ?? { from: 0, to: 0 }]);
          });
          expect(made[0]).toBe(made[1]);
        },
      ),
    );
  });

  test("any passages at all: blocks and what was outside them, in order", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(fc.tuple(fc.nat(70), fc.nat(70)), { maxLength: 4 }), (text, spots) => {
        const passages = spots.flatMap(([from, to]) => wholeWords(text, { from, to }) ?? []);
        const covered = coveredText(text, passages);
        const outside = Array.from(text, (_, i) => i).filter((i) => !passages.some(({ from, to }) => i >= from && i < to));
        expect(covered.replaceAll(/█|\s/gu, "")).toBe(
          outside
            .map((i) => text.charAt(i))
            .join("")
            .replaceAll(/█|\s/gu, ""),
        );
      }),
    );
  });

  test("is kept beside the message, with the digest of what it was; nothing covered is nothing written", async () => {
    const message = "c".repeat(32);
    const { app } = await openedApp();
    const given = {
      channel: "chat",
      from: "x",
      file: null,
      name: "",
      sha256: null,
      size: 0,
      text: "call Ana",
      count: 1,
      signs: [],
      attachmentsDropped: 0,
      about: ["case"],
    } as const;
    await app.send({ do: "add-message", message, ...given });
    const kept = () => {
      const { view } = app.state();
      const found = view.at === "unlocked" ? view.state.messages.get(message) : undefined;
      if (found === undefined) throw new Error("no message");
      return found;
    };
    expect(await coverMessage(app, kept(), [])).toEqual(ok(null));
    expect(kept().covered).toBeNull();
    expect(await coverMessage(app, kept(), [{ from: 5, to: 8 }])).toEqual(ok(null));
    expect(kept()).toMatchObject({
      text: "call Ana",
      covered: { text: `call ${blocks}`, original: createHash("sha256").update("call Ana").digest("hex") },
    });
  });
});
