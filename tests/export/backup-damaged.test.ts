import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import type { MadeBackup } from "../../src/export/backup/types.ts";
import { headId } from "../../src/vault/head.ts";
import { keyringId } from "../../src/vault/keyring.ts";
import type { RowId } from "../../src/vault/rows.ts";
import { secretId } from "../../src/vault/secrets.ts";
import { seedId } from "../../src/vault/seeds.ts";
import { segmentId } from "../../src/vault/segment.ts";
import type { StoredFile } from "../../src/vault/types.ts";
import { headOf, longDraft, namesOf, withStore } from "../vault/support/harness.ts";
import {
  add,
  atMinute,
  endPhones,
  fileEntry,
  filesNamed,
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
  type Phone,
} from "./backup-support.ts";
import { valueOf } from "./deps.ts";

beforeAll(cryptoReady);
afterAll(endPhones);

interface Two {
  readonly on: Phone;
  readonly damaged: string;
  readonly whole: string;
  readonly file: StoredFile;
}

/** Two cases: one with three segments, a file and a private record, in which something will be damaged; and another one. */
const two = async (): Promise<Two> => {
  const on = phone();
  valueOf(await on.vault.create(passphrase));
  const damaged = valueOf(await on.vault.createCase());
  const file = valueOf(await on.vault.importFile(damaged, new Blob(["what they wrote"])));
  await add(on, damaged, 0, opened, note(1), longDraft(2, 47_000));
  await add(on, damaged, 1, longDraft(3, 30_000), longDraft(4, 18_700));
  await add(on, damaged, 2, fileEntry(file), pinned(), note(5));
  const whole = valueOf(await on.vault.createCase());
  await add(on, whole, 3, opened, note(6));
  await on.vault.lock();
  return { on, damaged, whole, file };
};
const spoil = async ({ on }: Two, id: RowId): Promise<void> => {
  const [row = ""] = await namesOf(on.name, [id], passphrase);
  await withStore(on.name, async (store) =>
    store.put(
      row,
      ((await store.get(row)) ?? new Uint8Array(0)).map((byte, i) => (i === 90 ? byte ^ 1 : byte)),
    ),
  );
};
const copied = async ({ on }: Two): Promise<{ readonly made: MadeBackup; readonly file: Blob }> => {
  const cases = [];
  for (const caseId of valueOf(await on.vault.unlock(passphrase)).cases) {
    const { size, entries } = await load(on, caseId);
    cases.push({ caseId, size, files: filesNamed(entries) });
  }
  const made = valueOf(await on.backups.make({ cases, date: "2026-11-22", made: atMinute(30) }, words, null));
  if (made.file === null) throw new Error("no file");
  return { made, file: made.file };
};
const none = { entries: 0, files: 0, records: 0, seal: false, root: false };

describe("a damaged case does not keep the others out of a backup, nor what of it can be read", () => {
  test("a lost segment: its entries are named, before and after, and the rest is restored in its place", async () => {
    const from = await two();
    const { segments } = await headOf(from.on.name, from.damaged, passphrase);
    await spoil(from, segmentId(from.damaged, 1, segments[1]?.first ?? 0));
    const { made, file } = await copied(from);
    const before = await load(from.on, from.damaged);
    expect([before.size, before.entries.length]).toEqual([8, 6]);
    expect(made.cases).toMatchObject([
      { caseId: from.damaged, entries: 8, files: 1, lost: { ...none, entries: 2 } },
      { caseId: from.whole, entries: 2, lost: none },
    ]);

    const next = phone();
    expect(valueOf(await next.backups.open(file, words.join(" "))).cases.map(({ lost }) => lost)).toEqual([{ ...none, entries: 2 }, none]);
    const [damaged = "", whole = ""] = await restoreOn(next, file);
    const after = await load(next, damaged);
    // One more: that it was restored.
    expect([after.size, after.entries.length]).toEqual([9, 7]);
    expect(said(after).slice(0, 6)).toEqual(said(before));
    expect(after.entries.map(({ seq }) => seq)).toEqual([0, 1, 2, 5, 6, 7, 8]);
    expect(after.damage).toEqual([{ what: "segment", number: 0, why: "missing" }]);
    expect(valueOf(await next.vault.checkIntegrity(damaged)).damage).toEqual(after.damage);
    expect(await new Response(valueOf(await next.vault.readFile(damaged, from.file.file))).text()).toBe("what they wrote");
    expect(valueOf(await next.vault.readSecret(damaged, "12".repeat(16)))).toBe("0815");
    expect((await load(next, whole)).damage).toEqual([]);

    // What was lost stays named in a backup of the restored case.
    await add(next, damaged, 50, note(7));
    const again = await copied({ ...from, on: next });
    expect(again.made.cases[0]).toMatchObject({ entries: 10, lost: { ...none, entries: 2 } });
    const third = phone();
    expect((await load(third, first(await restoreOn(third, again.file)))).entries).toHaveLength(9);
  });

  test("a lost keyring row, private record and seal key: each is named, and all entries are there", async () => {
    const from = await two();
    for (const id of [keyringId(from.damaged, 0), secretId(from.damaged, 0), seedId(from.damaged)]) await spoil(from, id);
    const { made, file } = await copied(from);
    expect(made.cases[0]).toMatchObject({ entries: 8, files: 0, lost: { ...none, files: 1, records: 1, seal: true } });
    const next = phone();
    const found = valueOf(await next.backups.open(file, words.join(" ")));
    expect(found.cases[0]).toMatchObject({ absent: 1, lost: { ...none, files: 1, records: 1, seal: true } });
    const damaged = first(await restoreOn(next, file));
    expect((await load(next, damaged)).entries).toHaveLength(9);
    expect(await next.vault.readFile(damaged, from.file.file)).toMatchObject({ ok: false, error: { code: "vault-not-found" } });
    // The new key signs: it is one, for the restored case too.
    expect(valueOf(await next.backups.open((await copied({ ...from, on: next })).file, words.join(" "))).cases[0]?.key).toBe(
      found.cases[0]?.key,
    );
  });

  test("a lost head: what the rows say is copied", async () => {
    const from = await two();
    await spoil(from, headId(from.damaged));
    const { made } = await copied(from);
    expect(made.cases.map(({ entries, lost }) => [entries, lost])).toEqual([
      [8, none],
      [2, none],
    ]);
  });
});
