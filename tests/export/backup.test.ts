import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EntryDraft } from "../../src/vault/types.ts";
import { ready } from "./age/support.ts";
import {
  add,
  atMinute,
  backUp,
  endPhones,
  fileEntry,
  first,
  load,
  note,
  opened,
  passphrase,
  phone,
  pinned,
  restoreOn,
  said,
  words,
} from "./backup-support.ts";
import { rowName } from "../../src/vault/rows.ts";
import { segmentId } from "../../src/vault/segment.ts";
import { withSession, withStore } from "../vault/support/harness.ts";
import { noise, valueOf } from "./deps.ts";

beforeAll(ready);
afterAll(endPhones);

describe("a backup of a real vault, restored in another", () => {
  test("holds every entry, file and private record, and the case goes on in a log of its own under the same seal key", async () => {
    const old = phone();
    valueOf(await old.vault.create(passphrase));
    const caseId = valueOf(await old.vault.createCase());
    const bytes = noise(3_200_000);
    const stored = valueOf(await old.vault.importFile(caseId, new Blob([bytes])));
    const empty = valueOf(await old.vault.importFile(caseId, new Blob([])));
    await add(old, caseId, 0, opened, note(1), fileEntry(stored), pinned(), fileEntry(empty), note(2));
    valueOf(await old.vault.erase(caseId, 1));
    const before = await load(old, caseId);
    const second = valueOf(await old.vault.createCase());
    await add(old, second, 1, opened, note(3));

    const file = await backUp(old);
    const next = phone();
    const restored = await restoreOn(next, file, "another long passphrase");
    expect(restored.length).toBe(2);
    const own = first(restored);
    const after = await load(next, own);
    expect(after.damage).toEqual([]);
    expect(said(after).slice(0, before.size)).toEqual(said(before));
    const source = valueOf(await old.disclose(caseId));
    expect(after.entries.at(-1)).toMatchObject({
      kind: "case.opened.v2",
      log: own,
      seq: 6,
      body: { parent: { log: caseId, size: 6, root: [...source.root].map((b) => b.toString(16).padStart(2, "0")).join("") } },
    });
    expect(new Uint8Array(valueOf(await next.vault.readFile(own, stored.file)))).toEqual(bytes);
    expect(valueOf(await next.vault.readFile(own, empty.file)).byteLength).toBe(0);
    expect(valueOf(await next.vault.readSecret(own, "12".repeat(16)))).toBe("0815");
    expect(valueOf(await next.disclose(own)).signingSeed()).toEqual(source.signingSeed());
    expect(valueOf(await next.vault.checkIntegrity(own))).toMatchObject({ entries: 7, files: 2, damage: [] });

    await add(next, own, 50, note(4));
    expect((await load(next, own)).entries.at(-1)).toMatchObject({ seq: 7, log: own });
    valueOf(await next.vault.erase(own, 2));
    expect((await load(next, own)).entries[2]).toMatchObject({ body: null });
    expect(await next.vault.readFile(own, stored.file)).toMatchObject({ ok: false });

    // And from there to a third one.
    const third = phone();
    const again = first(await restoreOn(third, await backUp(next, [], [own]), passphrase));
    const last = await load(third, again);
    expect(last.damage).toEqual([]);
    expect(said(last).slice(0, 8)).toEqual(said(await load(next, own)));
    expect(valueOf(await third.vault.checkIntegrity(again)).damage).toEqual([]);
  });

  test("the files that are to stay out do, and that they are not there is no damage", async () => {
    const old = phone();
    valueOf(await old.vault.create(passphrase));
    const caseId = valueOf(await old.vault.createCase());
    const held = valueOf(await old.vault.importFile(caseId, new Blob([noise(70_000)])));
    const bytes = noise(80_000);
    const kept = valueOf(await old.vault.importFile(caseId, new Blob([bytes])));
    await add(old, caseId, 0, opened, fileEntry(held), fileEntry(kept));
    const file = await backUp(old, [held.file]);
    const next = phone();
    const shown = valueOf(await next.backups.open(file, words.join(" ")));
    expect(shown.cases).toMatchObject([{ log: caseId, entries: 3, files: 1, absent: 1 }]);
    expect(valueOf(await next.backups.entries(0)).map(({ kind }) => kind)).toEqual([
      "case.opened.v1",
      "evidence.added.v1",
      "evidence.added.v1",
    ]);
    expect(valueOf(await next.backups.start(0, kept.file, 70_000))).toEqual(bytes.slice(0, 70_000));
    expect(valueOf(await next.backups.start(0, kept.file, 90_000)).length).toBe(80_000);
    expect(await next.backups.start(0, held.file, 10)).toMatchObject({ ok: false });
    const own = first(await restoreOn(next, file));
    expect(valueOf(await next.vault.readFile(own, kept.file)).byteLength).toBe(80_000);
    expect(await next.vault.readFile(own, held.file)).toMatchObject({ ok: false, error: { code: "vault-not-found" } });
    expect(valueOf(await next.vault.checkIntegrity(own)).damage).toEqual([]);
    // The same rule again at the reader's end.
    const third = phone();
    const other = first(await restoreOn(third, file, passphrase, [kept.file]));
    expect(await third.vault.readFile(other, kept.file)).toMatchObject({ ok: false });
  });

  test("a file that is damaged in the store does not cost the rest", async () => {
    const old = phone();
    valueOf(await old.vault.create(passphrase));
    const caseId = valueOf(await old.vault.createCase());
    const bad = valueOf(await old.vault.importFile(caseId, new Blob([noise(70_000)])));
    const good = valueOf(await old.vault.importFile(caseId, new Blob([noise(80_000)])));
    await add(old, caseId, 0, opened, fileEntry(bad), fileEntry(good));
    await withStore(old.name, async (store) => {
      for (const row of await store.names()) if ((await store.get(row))?.length === 70_016) await store.remove(row);
    });
    const plan = { cases: [{ caseId, size: 3, files: [bad.file, good.file] }], date: "2026-11-22", made: atMinute(30) };
    const made = valueOf(await old.backups.make(plan, words, null));
    expect(made.cases).toMatchObject([{ caseId, entries: 3, files: 1, lost: { files: 1 } }]);
    const next = phone();
    const own = first(await restoreOn(next, made.file ?? new Blob()));
    expect(valueOf(await next.vault.readFile(own, good.file)).byteLength).toBe(80_000);
    expect((await load(next, own)).size).toBe(4);
  });

  test("when the row that names its history is damaged, all of the history is there still, and the damage is said", async () => {
    const old = phone();
    valueOf(await old.vault.create(passphrase));
    const caseId = valueOf(await old.vault.createCase());
    await add(old, caseId, 0, opened, note(1), note(2));
    const next = phone();
    const own = first(await restoreOn(next, await backUp(old)));
    await add(next, own, 50, note(3));
    const row = await withSession(next.name, (session) => Promise.resolve(rowName(session, segmentId(own, 0, 0))), passphrase);
    await withStore(next.name, (store) => store.remove(row));
    valueOf(await next.vault.unlock(passphrase));
    const after = await load(next, own);
    expect(said(after)).toEqual(said(await load(old, caseId)));
    const loose = { what: "orphan", number: 1, why: "unexpected" };
    expect(after.damage).toEqual([{ what: "segment", number: 0, why: "missing" }, loose]);
    expect(valueOf(await next.vault.checkIntegrity(own)).damage).toContainEqual(loose);
    // What comes next stands last, also when it is read anew.
    await add(next, own, 51, note(4));
    expect((await load(next, own)).entries.at(-1)).toMatchObject({ seq: 5, log: own });
  });

  test("beside another vault: each passphrase opens its own", async () => {
    const old = phone();
    valueOf(await old.vault.create(passphrase));
    const caseId = valueOf(await old.vault.createCase());
    await add(old, caseId, 0, opened, note(1));
    const file = await backUp(old);
    const own = first(await restoreOn(old, file, "the second long passphrase"));
    expect((await load(old, own)).size).toBe(3);
    expect(valueOf(await old.vault.unlock(passphrase)).cases).toEqual([caseId]);
    expect((await load(old, caseId)).size).toBe(2);
    expect(valueOf(await old.vault.unlock("the second long passphrase")).cases).toEqual([own]);
    valueOf(await old.vault.eraseCase(own));
    expect(valueOf(await old.vault.unlock("the second long passphrase")).cases).toEqual([]);
  });

  test("what was written meanwhile is not left out in silence", async () => {
    const old = phone();
    valueOf(await old.vault.create(passphrase));
    const caseId = valueOf(await old.vault.createCase());
    await add(old, caseId, 0, opened, note(1));
    const plan = { cases: [{ caseId, size: 1, files: [] }], date: "2026-11-22", made: atMinute(1) };
    expect(await old.backups.make(plan, words, null)).toMatchObject({ ok: false, error: { code: "backup-source-moved" } });
  });

  test("a restoring that is stopped leaves nothing, and can be done again", async () => {
    const old = phone();
    valueOf(await old.vault.create(passphrase));
    const caseId = valueOf(await old.vault.createCase());
    const stored = valueOf(await old.vault.importFile(caseId, new Blob([noise(9_000_000)])));
    await add(old, caseId, 0, opened, fileEntry(stored));
    const file = await backUp(old);
    const next = phone();
    valueOf(await next.backups.open(file, words.join(" ")));
    const stamp = { at: atMinute(40), offset: 0 };
    const stopped = next.backups.restore(passphrase, [stored.file], stamp, () => void next.backups.stop());
    expect(await stopped).toMatchObject({ ok: false, error: { code: "stopped" } });
    expect((await next.vault.status()).vault).toBe("none");
    expect((await next.vault.unlock(passphrase)).ok).toBe(false);
    expect(first(valueOf(await next.backups.restore(passphrase, [], stamp)).cases)).toMatch(/^[0-9a-f]{32}$/u);
  });
});

describe("two copies of a case that went on separately", () => {
  const value = (body: unknown): unknown => (typeof body === "object" && body !== null && "value" in body ? body.value : undefined);
  const minutes = (on: Awaited<ReturnType<typeof load>>): readonly unknown[] =>
    on.entries.flatMap(({ body, kind }) => (kind === "text.kept.v1" ? [value(body)] : []));

  test("are brought together both ways: nothing is lost, each log keeps its order, and time decides between them", async () => {
    const one = phone();
    valueOf(await one.vault.create(passphrase));
    const caseId = valueOf(await one.vault.createCase());
    const shared = valueOf(await one.vault.importFile(caseId, new Blob([noise(50_000)])));
    await add(one, caseId, 0, opened, note(1), fileEntry(shared));
    const two = phone();
    const copy = first(await restoreOn(two, await backUp(one)));
    await add(one, caseId, 51, note(10));
    await add(two, copy, 52, note(20));
    const theirs = valueOf(await two.vault.importFile(copy, new Blob([noise(1_200_000)])));
    await add(two, copy, 53, fileEntry(theirs), pinned());
    await add(one, caseId, 54, note(11));
    await add(two, copy, 55, note(21));
    valueOf(await one.vault.erase(caseId, 2));

    const fromTwo = await backUp(two, [], [copy]);
    valueOf(await one.vault.unlock(passphrase));
    valueOf(await one.backups.open(fromTwo, words.join(" ")));
    expect(valueOf(await one.backups.copyOf(caseId))).toBe(0);
    expect(valueOf(await one.backups.merge(caseId, 0, [theirs.file], 2, [], { at: atMinute(58), offset: 0 }))).toBe(5);
    const joined = await load(one, caseId);
    expect(joined.damage).toEqual([]);
    expect(minutes(joined)).toEqual([1, 10, 20, 11, 21].map((n) => `note ${String(n)}`));
    expect(joined.entries.at(-1)).toMatchObject({ kind: "case.merged.v1", body: { parent: { log: copy }, entries: 5, unsaved: 2 } });
    expect(valueOf(await one.vault.readFile(caseId, theirs.file)).byteLength).toBe(1_200_000);
    expect(valueOf(await one.vault.readSecret(caseId, "12".repeat(16)))).toBe("0815");
    // Erased here stays erased, though the copy had it.
    expect(joined.entries[2]).toMatchObject({ body: null });
    expect(await one.vault.readFile(caseId, shared.file)).toMatchObject({ ok: false });
    expect(valueOf(await one.vault.checkIntegrity(caseId)).damage).toEqual([]);
    expect(await one.backups.merge(caseId, 0, [], 0, [], { at: atMinute(59), offset: 0 })).toMatchObject({
      ok: false,
      error: { code: "vault-nothing-new" },
    });
    await add(one, caseId, 59, note(12));

    // The other way: the log that the copy came from has grown, and it names the copy itself.
    const fromOne = await backUp(one, [], [caseId]);
    valueOf(await two.vault.unlock(passphrase));
    valueOf(await two.backups.open(fromOne, words.join(" ")));
    expect(valueOf(await two.backups.merge(copy, 0, [], 0, [], { at: atMinute(59), offset: 0 }))).toBe(4);
    const back = await load(two, copy);
    expect(back.damage).toEqual([]);
    expect(minutes(back)).toEqual([1, 10, 20, 11, 21, 12].map((n) => `note ${String(n)}`));
    expect(valueOf(await two.vault.readFile(copy, shared.file)).byteLength).toBe(50_000);
    expect(valueOf(await two.vault.checkIntegrity(copy)).damage).toEqual([]);
    await add(two, copy, 59, note(22));
    const own = first(await restoreOn(phone(), await backUp(two, [], [copy])));
    expect(own).toMatch(/^[0-9a-f]{32}$/u);
  });

  test("answers that are given with it stand after all that either said, whatever the clocks were", async () => {
    const answer = (value: string): EntryDraft => ({ kind: "fact.answered.v1", body: { fact: "minorNow", value }, secrets: [] });
    const one = phone();
    valueOf(await one.vault.create(passphrase));
    const caseId = valueOf(await one.vault.createCase());
    await add(one, caseId, 0, opened, note(1));
    const two = phone();
    const copy = first(await restoreOn(two, await backUp(one)));
    await add(two, copy, 500_000, answer("no"));
    await add(one, caseId, 45, answer("yes"));
    valueOf(await one.backups.open(await backUp(two, [], [copy]), words.join(" ")));
    valueOf(await one.backups.merge(caseId, 0, [], 1, [answer("yes")], { at: atMinute(46), offset: 0 }));
    const last = (await load(one, caseId)).entries.slice(-3);
    expect(last.map(({ kind, body }) => [kind, value(body)])).toEqual([
      ["fact.answered.v1", "no"],
      ["case.merged.v1", undefined],
      ["fact.answered.v1", "yes"],
    ]);
  });

  test("another case, and copies that differ where they should not, are refused; nothing is changed", async () => {
    const one = phone();
    valueOf(await one.vault.create(passphrase));
    const caseId = valueOf(await one.vault.createCase());
    await add(one, caseId, 0, opened, note(1));
    const file = await backUp(one);
    const stamp = { at: atMinute(58), offset: 0 };
    const other = valueOf(await one.vault.createCase());
    await add(one, other, 0, opened);
    valueOf(await one.backups.open(file, words.join(" ")));
    expect(valueOf(await one.backups.copyOf(other))).toBe(-1);
    expect(await one.backups.merge(other, 0, [], 0, [], stamp)).toMatchObject({ ok: false, error: { code: "vault-other-case" } });
    // The same log, put back to before it was copied and gone on another way.
    const before = await load(one, caseId);
    const copied = first(await restoreOn(phone(), file));
    expect(copied).not.toBe(caseId);
    await add(one, caseId, 2, note(2));
    const later = await backUp(one, [], [caseId]);
    valueOf(await one.backups.open(later, words.join(" ")));
    expect(await one.backups.merge(caseId, 0, [], 0, [], stamp)).toMatchObject({ ok: false, error: { code: "vault-nothing-new" } });
    expect((await load(one, caseId)).size).toBe(before.size + 1);
  });
});
