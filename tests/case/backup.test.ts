import { describe, expect, test } from "vitest";
import { decodeEntry } from "../../src/case/decode.ts";
import { emptyCase, fold } from "../../src/case/fold.ts";
import { filesAllowed } from "../../src/case/media.ts";
import type { CaseState } from "../../src/case/state.ts";
import { adultCase, after, evidence, ids, idOf, link, now, opened, picture } from "./given.ts";

const note = (state: CaseState, n: number): CaseState => after(state, link(idOf(100 + n), [], `page-${String(n)}`));
const backUp = (state: CaseState, entries = state.size): CaseState =>
  after(state, { do: "record-backup", backup: idOf(200 + state.size), entries, files: 0, leftOut: 0, reader: null });
const parent = { log: idOf(77), size: 3, root: "ab".repeat(32) };

describe("what would be lost today", () => {
  test("is everything before the first backup, nothing after one, and what came since", () => {
    const two = note(opened, 1);
    expect(two.unsaved).toBe(two.size);
    const saved = backUp(two);
    expect(saved.unsaved).toBe(0);
    expect(note(saved, 2).unsaved).toBe(note(saved, 2).size - saved.size);
  });

  test("counts what was written while the backup was being made", () => {
    const before = note(opened, 1);
    const meanwhile = note(before, 2);
    expect(backUp(meanwhile, before.size).unsaved).toBe(meanwhile.size - before.size);
  });

  test("an entry of before does not say whose key opens the backup; later ones do", () => {
    const body = { backup: idOf(300), entries: 1, files: 0, leftOut: 0 };
    const older = fold(opened, [decodeEntry({ seq: opened.size, at: now, offset: 0, kind: "case.backed-up.v1", body })]);
    const later = after(older, { do: "record-backup", ...body, backup: idOf(301), reader: "lawyer" });
    expect(backUp(later).backups.map(({ reader }) => reader)).toEqual([undefined, "lawyer", null]);
    expect(later.unsaved).toBe(later.size - 2);
    const wrong = { seq: opened.size, at: now, offset: 0, kind: "case.backed-up.v2", body: { ...body, reader: "boss" } };
    expect(fold(opened, [decodeEntry(wrong)]).unread.damaged).toBe(1);
  });

  test("a restored copy begins with nothing to lose; it says when, and the case is as old as it was", () => {
    const told = note(opened, 1);
    const restored = fold(told, [decodeEntry({ seq: told.size, at: now, offset: 0, kind: "case.opened.v2", body: { parent } })]);
    expect(restored.unsaved).toBe(0);
    expect(restored.openedAt).toBe(told.openedAt);
    expect(restored.links).toEqual(told.links);
    expect(
      fold(emptyCase, [decodeEntry({ seq: 0, at: now, offset: 0, kind: "case.opened.v2", body: { parent: null } })]).unread.damaged,
    ).toBe(1);
  });

  test("a copy that was brought in is in no backup of ours, nor is what was not before", () => {
    const state = note(backUp(opened), 1);
    const merged = fold(state, [
      decodeEntry({ seq: state.size, at: now, offset: 0, kind: "case.merged.v1", body: { parent, entries: 4, unsaved: state.unsaved } }),
    ]);
    expect(merged.unsaved).toBe(4 + state.unsaved + 1);
  });

  test("a closed case can still be copied", () => {
    const closed = after(opened, { do: "close-case", kept: "all" });
    expect(backUp(closed).unsaved).toBe(0);
  });
});

describe("files that stay out of a backup", () => {
  const state = after(adultCase, evidence({ pictures: [ids.adult] }));

  test("none while everyone was an adult", () => {
    expect([...filesAllowed(state)]).toEqual([ids.file]);
  });

  test("those of an age that was corrected, and of a picture whose age is not answered", () => {
    expect([...filesAllowed(after(state, { do: "answer-age", picture: ids.adult, age: "under18" }))]).toEqual([]);
    const all = after(adultCase, evidence({ pictures: [], about: ["case"] }));
    expect([...filesAllowed(after(all, ...picture(ids.other)))]).toEqual([]);
  });

  test("an e-mail with its attachments, not its text alone", () => {
    const message = {
      do: "add-message",
      message: ids.message,
      channel: "email",
      from: "",
      file: idOf(50),
      name: "mail.eml",
      sha256: null,
      size: 3,
      text: "",
      count: 1,
      signs: [],
      attachmentsDropped: 0,
      about: ["case"],
    } as const;
    const mails = after(adultCase, message, { ...message, message: idOf(51), file: idOf(52), name: "mail.txt" });
    expect([...filesAllowed(mails)]).toEqual([idOf(50), idOf(52)]);
    expect([...filesAllowed(after(mails, { do: "answer-fact", fact: "minorNow", value: "yes" }))]).toEqual([idOf(52)]);
  });

  test("one that only an entry names which this version cannot fold: unknown, damaged, or a second of the same id", () => {
    const item = after(opened, evidence({ type: "text/plain", pictures: [] })).evidence.get(ids.shot);
    const body = { ...item, evidence: ids.shot, file: idOf(70) };
    const read = (kind: string, value: unknown) => decodeEntry({ seq: state.size, at: now, offset: 0, kind, body: value });
    expect([...filesAllowed(fold(state, [read("evidence.added.v1", { ...body, evidence: idOf(72) })]))]).toEqual([ids.file, idOf(70)]);
    const unreadable = [
      { kind: "evidence.added.v9", body },
      { kind: "evidence.added.v1", body: { file: idOf(70) } },
      { kind: "evidence.added.v1", body },
    ];
    for (const one of unreadable) expect([...filesAllowed(fold(state, [read(one.kind, one.body)]))]).toEqual([ids.file]);
  });

  test("one that a second item names as a text, while the first may not be shown", () => {
    const held = after(state, { do: "answer-age", picture: ids.adult, age: "under18" });
    const body = { ...held.evidence.get(ids.shot), evidence: idOf(71), type: "text/plain", pictures: [] };
    const twice = fold(held, [decodeEntry({ seq: held.size, at: now, offset: 0, kind: "evidence.added.v1", body })]);
    expect(twice.evidence.size).toBe(2);
    expect([...filesAllowed(twice)]).toEqual([]);
  });
});
