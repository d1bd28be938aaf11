import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inChunks, readAddress, readPaste, savePaste, type ReadPart } from "../../src/app/paste.ts";
import { emptyCase } from "../../src/case/fold.ts";
import { openedApp } from "./test-app.ts";

let made = 0;
const newId = (): string => (made++).toString(16).padStart(32, "0");
const sample = readFileSync(new URL("../samples/links.txt", import.meta.url), "utf8");
const textOf = ({ line }: ReadPart): string => (line.as === "link" ? line.body.text : line.body.value);

describe("reading a paste", () => {
  test("every line has its number, and only empty ones have no part", async () => {
    const { lines, counts } = await readPaste(sample, emptyCase, newId);
    expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 43 }, (_, i) => i + 1));
    expect(lines.filter(({ parts }) => parts.length === 0).map(({ number }) => number)).toEqual([42]);
    expect(counts).toMatchObject({ lines: 43, empty: 1 });
    expect(counts.links + counts.joined + counts.texts).toBe(lines.flatMap(({ parts }) => parts).length);
  });

  test("whatever is pasted, each line is kept whole, by itself or in pieces", async () => {
    const piece = fc.oneof(
      fc.constantFrom(...sample.split(/\r?\n/u).map((line) => line.slice(0, 300))),
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.webUrl(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const text = pieces.join("\n");
        const raw = text.split(/\r\n|\n|\r/u);
        const { lines } = await readPaste(text, emptyCase, newId);
        for (const { number, parts } of lines) {
          const line = raw[number - 1] ?? "";
          const texts = parts.map(textOf);
          expect(line.trim() === "" ? parts.length === 0 : texts.includes(line) || texts.includes(line.trim())).toBe(true);
        }
        expect(lines.length).toBe(raw.length > 1 && raw.at(-1) === "" ? raw.length - 1 : raw.length);
      }),
      { numRuns: 60 },
    );
  });

  test("a look-alike is warned of and matched to nobody", async () => {
    const { lines } = await readPaste("https://help.porn-hub.website/contact\nhttps://www.pornhub.com/x", emptyCase, newId);
    expect(lines[0]?.parts[0]).toMatchObject({ resembles: "pornhub.com", line: { body: { platform: null } } });
    expect(lines[1]?.parts[0]).toMatchObject({ resembles: null, line: { body: { platform: "pornhub" } } });
  });

  test("the same page under another spelling is joined to the line that came first", async () => {
    const { lines } = await readPaste("https://a.example/1\n\nhttp://www.a.example/1", emptyCase, newId);
    expect(lines[2]?.parts[0]).toMatchObject({ as: "again", sameAs: 1 });
  });
});

describe("pieces of a paste", () => {
  test("hold everything in order, no more than 200 lines or 400,000 units each", async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 15_000 }), { maxLength: 500 });
    fc.assert(
      fc.property(lengths, (sizes) => {
        const lines = sizes.map((n) => ({ as: "text", body: { text: newId(), value: "x".repeat(n), why: "not-a-link" } }) as const);
        const chunks = inChunks(lines);
        expect(chunks.flat()).toEqual(lines);
        for (const chunk of chunks) {
          expect(chunk.length).toBeGreaterThan(0);
          expect(chunk.length).toBeLessThanOrEqual(200);
          const units = chunk.reduce((sum, line) => sum + JSON.stringify(line).length, 0);
          expect(units <= 400_000 || chunk.length === 1).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("a failure in the middle answers how many lines are safe", async () => {
    const { app, vault } = await openedApp();
    const { lines } = await readPaste(Array.from({ length: 450 }, (_, i) => `https://a.example/${String(i)}`).join("\n"), emptyCase, newId);
    const all = lines.flatMap(({ parts }) => parts.map(({ line }) => line));
    const seen: number[] = [];
    const saved = await savePaste(app, all, [], (n) => {
      seen.push(n);
      if (n === 200) vault.fail({ code: "vault-full" });
    });
    expect(saved).toBe(200);
    expect(seen).toEqual([200]);
    expect(await savePaste(app, all.slice(saved), [], () => undefined)).toBe(250);
    const { view } = app.state();
    expect(view.at === "unlocked" ? view.state.links.size : 0).toBe(450);
  });
});

test("an address says where a browser would go; a script is none", async () => {
  expect(await readAddress("clipmirror.example/watch?v=1")).toMatchObject({
    href: "https://clipmirror.example/watch?v=1",
    site: "clipmirror.example",
  });
  expect(await readAddress("hxxps://clipmirror[.]example/a")).toMatchObject({ href: "https://clipmirror.example/a" });
  expect(await readAddress("javascript:alert(1)")).toBe(undefined);
});
