import { describe, expect, test } from "vitest";
import { instantFromMs, type Instant } from "../../src/lib/time.ts";
import type { BackupCase, FirstEntry, MergedEntries } from "../../src/vault/backup-types.ts";
import { keyringId } from "../../src/vault/keyring.ts";
import { Refused } from "../../src/vault/store-errors.ts";
import { entriesOf } from "../../src/vault/stored-entry.ts";
import type { EntryDraft, LoadedCase } from "../../src/vault/types.ts";
import { makeVault, type VaultParts } from "../../src/vault/vault.ts";
import { depsFor, freshName, must, namesOf, passphrase, withStore } from "./support/harness.ts";

interface Copy extends VaultParts {
  readonly name: string;
  readonly caseId: string;
}
const atMinute = (minute: number): Instant => instantFromMs(Date.UTC(2026, 10, 22, 9, minute));
const firstEntry: FirstEntry = (parent) => ({ kind: "case.opened.v2", body: { parent }, secrets: [] });
const mergedEntry: MergedEntries = (parent) => [{ kind: "case.merged.v1", body: { parent }, secrets: [] }];
const item = (id: string): EntryDraft => ({ kind: "thing.added.v1", body: { item: id }, secrets: [] });
const naming = (file: string): EntryDraft => ({ kind: "evidence.added.v1", body: { file }, secrets: [] });

const load = async ({ vault, caseId }: Copy): Promise<LoadedCase> => entriesOf(must(await vault.loadCase(caseId)));
const add = async (to: Copy, minute: number, ...drafts: readonly EntryDraft[]): Promise<void> => {
  must(await to.vault.append(to.caseId, (await load(to)).size, drafts, atMinute(minute), 0));
};
const logsOf = async (from: Copy, files: readonly string[]): Promise<BackupCase> => {
  const choice = { caseId: from.caseId, size: (await load(from)).size, files };
  const [logs] = must(await from.backup.read([choice]));
  if (logs === undefined) throw new Error("no case");
  return logs;
};
/** A case, and its copy in another store. */
const two = async (...drafts: readonly EntryDraft[]): Promise<readonly [Copy, Copy]> => {
  const [name, other] = [freshName(), freshName()];
  const here = makeVault(depsFor(name));
  must(await here.vault.create(passphrase));
  const one = { ...here, name, caseId: must(await here.vault.createCase()) };
  await add(one, 0, ...drafts);
  const there = makeVault(depsFor(other));
  const stamp = { at: atMinute(1), offset: 0 };
  const restored = must(await there.backup.restore(passphrase, [await logsOf(one, [])], firstEntry, stamp, () => undefined));
  return [one, { ...there, name: other, caseId: restored.cases[0] ?? "" }];
};
const merge = async (to: Copy, from: Copy, files: readonly string[] = [], onProgress = (): void => undefined) =>
  to.backup.merge(to.caseId, await logsOf(from, files), mergedEntry, { at: atMinute(50), offset: 0 }, onProgress);
const namesIn = ({ name }: Copy): Promise<readonly string[]> => withStore(name, (store) => store.names());

describe("bringing in another copy", () => {
  test("moves numbers: what a page takes to stand at one is not erased where something else does", async () => {
    const [one, other] = await two(item("a"));
    await add(one, 20, item("mine"));
    await add(other, 10, item("theirs"));
    const mine = { at: atMinute(20), id: "mine" };
    must(await merge(one, other));
    expect((await load(one)).entries[2]).toMatchObject({ body: { item: "theirs" } });
    for (const [seq, known] of [
      [1, mine],
      [2, mine],
      [3, { ...mine, at: atMinute(10) }],
    ] as const)
      expect(await one.vault.erase(one.caseId, seq, known)).toEqual({ ok: false, error: { code: "vault-taken", where: "entry" } });
    expect((await load(one)).entries.filter(({ body }) => body === null)).toEqual([]);
    must(await one.vault.erase(one.caseId, 3, mine));
    const left = JSON.stringify((await load(one)).entries.map(({ body }) => body));
    expect([left.includes("mine"), left.includes("theirs"), left.split("null").length]).toEqual([false, true, 2]);
  });

  test("that is stopped gives the room back at once, and can be done again", async () => {
    const [one, other] = await two(item("a"));
    const { file } = must(await other.vault.importFile(other.caseId, new Blob([new Uint8Array(3 * 2 ** 20)])));
    await add(other, 10, naming(file));
    const before = await namesIn(one);
    const stopped = merge(one, other, [file], () => {
      throw new Refused({ code: "vault-cancelled" });
    });
    expect(await stopped).toMatchObject({ ok: false, error: { code: "vault-cancelled" } });
    expect(new Set(await namesIn(one))).toEqual(new Set(before));
    must(await merge(one, other, [file]));
    expect(must(await one.vault.readFile(one.caseId, file)).byteLength).toBe(3 * 2 ** 20);
    expect(must(await one.vault.checkIntegrity(one.caseId)).damage).toEqual([]);
  });

  test("leaves no keyring behind that is not needed any more", async () => {
    const [one, other] = await two(item("a"));
    const files: string[] = [];
    for (let i = 0; i < 351; i++) files.push(must(await other.vault.importFile(other.caseId, new Blob(["x"]))).file);
    await add(other, 10, ...files.map(naming));
    must(await merge(one, other, files));
    const [ring] = await namesOf(one.name, [keyringId(other.caseId, 1)]);
    must(await one.vault.unlock(passphrase));
    expect(await namesIn(one)).toContain(ring);
    const { entries } = await load(one);
    for (const gone of files.slice(0, 2))
      must(await one.vault.erase(one.caseId, entries.find(({ body }) => JSON.stringify(body).includes(gone))?.seq ?? -1));
    await add(other, 11, item("b"));
    must(await merge(one, other, files));
    expect(await namesIn(one)).not.toContain(ring);
    expect(must(await one.vault.checkIntegrity(one.caseId))).toMatchObject({ files: 349, damage: [] });
  });
});
