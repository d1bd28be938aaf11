import { describe, expect, test } from "vitest";
import { presetFor } from "../../src/app/disclosure/choices.ts";
import type { Copies } from "../../src/app/disclosure/copies.ts";
import { disclose, type Prepared } from "../../src/app/disclosure/disclose.ts";
import { createSay } from "../../src/app/disclosure/say.ts";
import { kindWord } from "../../src/app/file-words.ts";
import { timelineTexts } from "../../src/app/timeline-texts.ts";
import { createTranslate } from "../../src/app/words.ts";
import { decide } from "../../src/case/decide.ts";
import { decodeEntry } from "../../src/case/decode.ts";
import type { LogEntry, RecipientKind } from "../../src/case/events.ts";
import { emptyCase, fold } from "../../src/case/fold.ts";
import english from "../../src/content/locales/en.ts";
import { caseJsonFaults } from "../../src/export/bag/case-json.ts";
import { parseCustody } from "../../src/export/bag/custody.ts";
import { stored } from "../case/arbitrary.ts";
import { evidence, ids, now, picture } from "../case/given.ts";

const say = createSay(createTranslate(english), "en", now);
const entries = ((): readonly LogEntry[] => {
  let state = emptyCase;
  const out: LogEntry[] = [];
  for (const command of [{ do: "open-case" } as const, ...picture(ids.adult, "adult"), evidence({ pictures: [ids.adult] })]) {
    const outcome = decide(state, command, { now });
    if (!outcome.ok) throw new Error(outcome.error.code);
    const more = stored(outcome.value, state.size, now);
    out.push(...more);
    state = fold(state, more.map(decodeEntry));
  }
  return out;
})();
const reads = entries.map(decodeEntry);
const state = fold(emptyCase, reads);
const [item] = state.evidence.values();
if (item === undefined) throw new Error("no evidence");

const prepared = (recipient: RecipientKind, copies: Copies): Prepared =>
  disclose(
    {
      state,
      reads,
      plan: [],
      choices: { ...presetFor(state, recipient, "x"), evidence: new Set([item.id]) },
      date: "2026-11-22",
      language: "en",
      texts: timelineTexts,
      copies,
    },
    say,
  );
const copy = { sha256: "f".repeat(64), size: 1234 };
const stripped: Copies = new Map([[item.file, { how: "stripped", ...copy }]]);

describe("a copy without hidden details", () => {
  test.each(["friend", "helpline", "lawyer", "police"] as const)("is the default for a %s, and is named by both digests", (recipient) => {
    expect(presetFor(state, recipient, "x").exact).toBe(false);
    const { disclosure, files, going } = prepared(recipient, stripped);
    expect(disclosure.evidence).toMatchObject([{ sha256: item.sha256, size: item.size, copy }]);
    expect(files).toMatchObject([{ goes: "copy", why: null, size: 1234 }]);
    const lines = disclosure.custody.flatMap((line) => parseCustody(JSON.stringify(line))?.copy ?? []);
    expect(lines).toEqual([{ path: going.evidence[0]?.path, sha256: copy.sha256, of: item.sha256 }]);
    expect(caseJsonFaults(disclosure.caseJson)).toEqual([]);
    expect(JSON.stringify(disclosure.caseJson)).toContain(copy.sha256);
    expect(JSON.stringify(disclosure.report)).toContain(copy.sha256);
  });

  test("that cannot be made leaves the file as it is, and says why", () => {
    const { disclosure, files } = prepared("police", new Map([[item.file, { how: "exact", why: "strip-animated" }]]));
    expect(disclosure.evidence[0]?.copy).toBe(undefined);
    expect(files).toMatchObject([{ goes: "exact", why: "strip-animated" }]);
    expect(disclosure.custody.some((line) => line["record"] === "copy")).toBe(false);
  });

  test("is not asked for when the exact files go", () => {
    const { disclosure, files } = prepared("police", new Map());
    expect(disclosure.evidence[0]?.copy).toBe(undefined);
    expect(files).toMatchObject([{ goes: "exact", why: null }]);
    expect(caseJsonFaults(disclosure.caseJson)).toEqual([]);
  });

  test.each([
    ["image/heic", "HEIC picture"],
    ["image/avif", "AVIF picture"],
    ["image/gif", "picture"],
    ["video/mp4", "video"],
    ["audio/ogg", "sound"],
    ["application/pdf", "PDF"],
    ["message/rfc822", "mail"],
    ["multipart/related", "saved page"],
    ["application/octet-stream", "file"],
  ])("%s is called a %s", (type, word) => {
    expect(createTranslate(english)(kindWord(type))).toBe(word);
  });
});
