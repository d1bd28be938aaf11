import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { historiesOf } from "../../src/app/custody/history.ts";
import { readCheck, readRow } from "../../src/app/custody/read-row.ts";
import { ownSheet } from "../../src/app/custody/own-sheet.ts";
import { custodySections } from "../../src/app/custody/sheet.ts";
import { historyCells, historyWords } from "../../src/app/custody/words.ts";
import { parts, presetFor, type Choices } from "../../src/app/disclosure/choices.ts";
import { custodyRows } from "../../src/app/disclosure/custody.ts";
import type { Copies } from "../../src/app/disclosure/copies.ts";
import { disclose } from "../../src/app/disclosure/disclose.ts";
import { goingOf } from "../../src/app/disclosure/going.ts";
import { createSay } from "../../src/app/disclosure/say.ts";
import { timelineTexts } from "../../src/app/timeline-texts.ts";
import { createTranslate } from "../../src/app/words.ts";
import type { Command } from "../../src/case/commands.ts";
import { decide } from "../../src/case/decide.ts";
import { decodeEntry } from "../../src/case/decode.ts";
import type { LogEntry } from "../../src/case/events.ts";
import { emptyCase, fold } from "../../src/case/fold.ts";
import english from "../../src/content/locales/en.ts";
import { parseCustody } from "../../src/export/bag/custody.ts";
import type { JsonObject } from "../../src/lib/json.ts";
import { stored } from "../case/arbitrary.ts";
import { bundle, evidence, idOf, ids, message, now, picture } from "../case/given.ts";
import { openedApp } from "./test-app.ts";

const t = createTranslate(english);
const say = createSay(t, "en", now);
const covered = idOf(40);
const chat = idOf(41);
const [original, copy] = ["a".repeat(64), "c".repeat(64)];

/** A file that everything happened to that can happen to one, and a chat that was handed over with it. */
const commands: readonly Command[] = [
  { do: "open-case" },
  ...picture(ids.adult, "adult"),
  { do: "record-check", entries: 3, files: 0, damaged: 0, damage: [] },
  evidence({
    pictures: [ids.adult],
    sha256: original,
    capturedFrom: "memory",
    capturedAt: now,
    capturedBy: "helper",
    fileTime: now,
    came: "share",
  }),
  message({ message: chat, channel: "whatsapp", file: idOf(42), name: "chat.txt", from: "+00 1" }),
  { do: "add-evidence-about", evidence: ids.shot, about: ["case"], pictures: [] },
  { do: "question-evidence", evidence: ids.shot, address: "yes", date: "no", uploader: "yes" },
  { do: "fingerprint-evidence", evidence: ids.shot, md5: null, pdq: null, quality: null },
  evidence({
    evidence: covered,
    file: idOf(43),
    name: "listing-covered.png",
    sha256: copy,
    pictures: [ids.adult],
    came: "made",
    source: { evidence: ids.shot, sha256: original, how: "covered", at: "" },
  }),
  {
    ...bundle("police", []),
    do: "record-bundle",
    label: "Sgt. Reed",
    files: [
      { item: ids.shot, copy: "e".repeat(64) },
      { item: chat, copy: null },
    ],
  } as Command,
  { do: "record-backup", backup: idOf(44), entries: 9, files: 3, leftOut: 0, reader: null },
  { do: "record-backup", backup: idOf(45), entries: 9, files: 2, leftOut: 1, reader: null },
  { do: "record-check", entries: 9, files: 3, damaged: 1, damage: [{ what: "segment", number: 0, why: "older" }] },
  { do: "forget-original", evidence: ids.shot, reason: "the covered one is enough" },
  { do: "record-check", entries: 9, files: 2, damaged: 0, damage: [] },
];
const entries = ((): readonly LogEntry[] => {
  const out: LogEntry[] = [];
  for (const command of commands) {
    const state = fold(emptyCase, out.map(decodeEntry));
    const outcome = decide(state, command, { now });
    if (!outcome.ok) throw new Error(`${command.do} was refused: ${outcome.error.code}`);
    out.push(...stored(outcome.value, state.size, now));
  }
  return out;
})();
const reads = entries.map(decodeEntry);
/** Until the file was deleted, so that it can still go. */
const before = reads.slice(0, -2);
const histories = historiesOf(reads);

describe("the history of a file", () => {
  test("is every copy, handing over, backup and check since it came in, in order, and ends for what was deleted", () => {
    expect(histories.get(ids.shot)?.map((line) => historyWords(line, t))).toEqual([
      "The same file came in once more. It is kept once.",
      "What can be seen in it was noted.",
      "Fingerprints of it were made.",
      "A copy of it with parts covered was made.",
      "A copy without hidden details was sealed for Sgt. Reed.",
      "A locked backup of the record was made.",
      "A locked backup of the record was made. Files were left out because of an age; it is not noted which.",
      "All that is stored was read again: part of it was not as it was saved.",
      "The file was deleted here. Its fingerprint stays.",
    ]);
    expect(
      histories
        .get(chat)
        ?.map((line) => historyWords(line, t))
        .slice(0, 1),
    ).toEqual(["The exact file was sealed for Sgt. Reed."]);
    expect(histories.get(chat)?.at(-1)).toMatchObject({ what: "checked", outcome: "as-saved" });
    expect(histories.get(covered)?.map(({ what }) => what)).toEqual(["backed-up", "backed-up", "checked", "checked"]);
  });

  test("leaves out what is said of all files when it would be too much for a sheet, and keeps what is said of each", () => {
    const few = historiesOf(reads, 11);
    expect(few.get(covered)).toEqual([]);
    expect(few.get(ids.shot)?.map(({ what }) => what)).not.toContain("backed-up");
    expect(few.get(ids.shot)?.map(({ what }) => what)).toEqual(expect.arrayContaining(["came-again", "handed-over", "original-forgotten"]));
  });

  test("says of a copy what it was made for, and of a page or a frame, which may be kept to be looked at, nothing", () => {
    const why = (how: "covered" | "stripped" | "page" | "still") => historyCells({ at: now, offset: 0, what: "copy-made", how }, t)[2];
    const purpose = "so that a copy can be handed over";
    expect([why("covered"), why("stripped"), why("page"), why("still")]).toEqual([purpose, purpose, "", ""]);
  });

  test("knows from an older entry that a copy was sealed, and does not guess which", () => {
    const body = { ...bundle("lawyer", []), label: "my lawyer", evidence: [ids.shot] };
    const older = [...reads, decodeEntry({ seq: reads.length, at: now, offset: 0, kind: "bundle.sealed.v1", body })];
    const last = historiesOf(older).get(ids.shot)?.at(-1);
    expect(last).toEqual({ at: now, offset: 0, what: "handed-over", to: "lawyer", label: "my lawyer" });
    expect(last && historyWords(last, t)).toBe("A sealed copy was made for my lawyer.");
  });
});

const rowsFor = (change: Partial<Choices>): readonly JsonObject[] => {
  const state = fold(emptyCase, before);
  const choices = { ...presetFor(state, "police", "Sgt. Reed"), evidence: new Set([ids.shot]), ...change };
  return custodyRows(goingOf(state, choices), before, state, choices);
};
const whats = (row: JsonObject | undefined): readonly unknown[] =>
  row === undefined ? [] : (readRow(row)?.history.map(({ what }) => what) ?? []);

describe("custody.jsonl", () => {
  test("has a row for each file, which a reader takes as it stands", () => {
    const rows = rowsFor({});
    expect(rows).toMatchObject([
      { sha256: original, came: "share", fileTime: now, capturedAt: now, capturedFrom: "memory", capturedBy: "helper", earlierExports: 1 },
      { channel: "whatsapp", from: "+00 1", earlierExports: 1 },
      { record: "checked", outcome: "as-saved" },
      { record: "checked", outcome: "damaged" },
    ]);
    for (const row of rows) expect(parseCustody(JSON.stringify(row))).toEqual({ row, copy: undefined });
  });

  test("says when and for whom copies were made, and that there are backups, only where that is ticked by itself", () => {
    const [plain] = rowsFor({});
    // That it came in again may tell of something that this reader is not given.
    expect(whats(plain)).toEqual(["described", "fingerprinted", "copy-made"]);
    expect(JSON.stringify(plain)).not.toContain("Reed");
    const [all] = rowsFor({ parts: new Set(parts) });
    expect(whats(all)).toEqual([...whats(plain), "handed-over", "backed-up", "backed-up"]);
    expect(JSON.stringify(all)).toContain("Reed");
    expect(whats(rowsFor({ parts: new Set(["custody"]) })[0])).toEqual(["described", "copy-made"]);
  });

  test("names a covered copy by its digest only where it goes along", () => {
    expect(JSON.stringify(rowsFor({}))).not.toContain(copy);
    expect(readRow(rowsFor({ evidence: new Set([ids.shot, covered]) })[0] ?? {})?.history).toContainEqual(
      expect.objectContaining({ what: "copy-made", how: "covered", sha256: copy }),
    );
  });

  test("is read without trust: any row gives something to draw, or nothing", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("path", "name", "cameIn", "offset", "history", "source", "at", "outcome", "record", "x"),
          fc.jsonValue(),
        ),
        (row) => {
          const json = row as JsonObject;
          const read = readRow(json);
          if (read !== undefined)
            expect([typeof read.path, typeof read.sha256, Array.isArray(read.history)]).toEqual(["string", "string", true]);
          readCheck(json);
          custodySections([json], say);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the custody sheet", () => {
  test("has the columns of an evidence log, and a line for each thing that was done", () => {
    const [head, chain, checks] = custodySections(rowsFor({ parts: new Set(parts) }), say);
    const [first] = head?.blocks ?? [];
    expect(first?.as === "rows" && first.rows.map(([label, value]) => `${label}: ${value}`)).toEqual([
      "Item: 001-listing.png",
      "Description: page or profile it is on",
      "Name of the file: listing-page.png",
      "Came in: Thu, 19 November 2026 at 22:00 GMT+1",
      "From whom: taken by somebody who helps them",
      "Received by: the person who keeps this record",
      "How: shared from another app",
      expect.stringMatching(/^Taken: .*, from memory$/u),
      expect.stringMatching(/^The file’s own time: /u),
      "Kind: picture, 57,274 bytes",
      `SHA-256: ${original}`,
      "Sealed copies made before: 1",
    ]);
    const [table] = chain?.blocks ?? [];
    if (table?.as !== "table") throw new Error("no table");
    expect(table.head).toEqual(["Item", "When", "What was done", "To whom", "Purpose", "SHA-256 of the copy"]);
    expect(table.rows.map(([item, , ...rest]) => [item, ...rest])).toContainEqual([
      "001-listing.png",
      "Copy without hidden details sealed for a reader",
      "Sgt. Reed (police)",
      "report to the police",
      "e".repeat(64),
    ]);
    expect(checks?.blocks).toMatchObject([
      {
        as: "table",
        rows: [
          [expect.any(String), "All that is stored was read again: as it was saved."],
          [expect.any(String), expect.stringContaining("not as it was saved")],
        ],
      },
    ]);
  });

  test("stands in place of the list of files, with the digest of a copy that goes instead of one", () => {
    const state = fold(emptyCase, before);
    const choices = { ...presetFor(state, "police", "x"), evidence: new Set([ids.shot]) };
    const file = state.evidence.get(ids.shot)?.file ?? "";
    const copies: Copies = new Map([[file, { how: "stripped", sha256: "f".repeat(64), size: 9 }]]);
    const made = (chosen: Choices): readonly string[] =>
      disclose(
        { state, reads: before, plan: [], choices: chosen, date: "2026-11-22", language: "en", texts: timelineTexts, copies },
        say,
      ).disclosure.report.sections.map((section) => JSON.stringify(section));
    const withCustody = made(choices);
    expect(withCustody.filter((section) => section.includes("f".repeat(64)))).toEqual([expect.stringContaining("Custody sheet")]);
    expect(withCustody.join("")).not.toContain("Files in this record");
    expect(made({ ...choices, parts: new Set() }).join("")).toContain("Files in this record");
  });

  test("of one's own leaves nothing out, and can be of one file alone", async () => {
    const { app } = await openedApp();
    for (const command of commands.slice(1)) expect((await app.send(command)).ok).toBe(true);
    const all = JSON.stringify(await ownSheet(app));
    for (const words of ["listing-page.png", "listing-covered.png", "chat.txt", "Sgt. Reed (police)", "safe keeping", copy])
      expect(all).toContain(words);
    const one = await ownSheet(app, covered);
    expect(JSON.stringify(one)).toContain("listing-covered.png");
    expect(JSON.stringify(one)).not.toContain("chat.txt");
    expect(await ownSheet(app, idOf(99))).toMatchObject({ sections: [] });
  });
});

test("a backup for somebody's key is a handing over: to whom, and what for, in the sheet, the timeline and a bundle's row", () => {
  const body = { entries: 9, files: 2, leftOut: 0 };
  const added = [
    ...commands.slice(0, 6),
    { do: "record-backup", backup: idOf(60), ...body, reader: "lawyer" },
    { do: "record-backup", backup: idOf(61), ...body, leftOut: 1, reader: "friend" },
    { do: "record-backup", backup: idOf(62), ...body, reader: null },
  ] as const satisfies readonly Command[];
  const out: LogEntry[] = [];
  for (const command of added) {
    const state = fold(emptyCase, out.map(decodeEntry));
    const outcome = decide(state, command, { now });
    if (!outcome.ok) throw new Error(`${command.do} was refused: ${outcome.error.code}`);
    out.push(...stored(outcome.value, state.size, now));
  }
  const lines = (historiesOf(out.map(decodeEntry)).get(ids.shot) ?? []).filter(({ what }) => what === "backed-up");
  expect(lines.map((line) => historyCells(line, t))).toEqual([
    ["The whole record was sealed for the key of a lawyer.", "a lawyer", "legal advice"],
    [
      "The whole record was sealed for the key of someone close. Files were left out because of an age; it is not noted which.",
      "someone close",
      "support",
    ],
    ["A locked backup of the record was made.", "", "safe keeping"],
  ]);
  // A reader of the bundle finds the same.
  expect(readRow({ history: lines.map((line) => ({ ...line })) })?.history).toEqual(lines);
});
