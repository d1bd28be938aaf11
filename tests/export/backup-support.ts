import { randomId } from "../../src/crypto/random.ts";
import { makeBackups } from "../../src/export/backup/backups.ts";
import type { Backups } from "../../src/export/backup/types.ts";
import { instantFromMs, type Instant } from "../../src/lib/time.ts";
import { entriesOf } from "../../src/vault/stored-entry.ts";
import type { EntryDraft, LoadedCase, StoredEntry, StoredFile } from "../../src/vault/types.ts";
import { makeVault, type VaultParts } from "../../src/vault/vault.ts";
import { derive } from "../support/derive.ts";
import { scrypt } from "./age/support.ts";
import { valueOf } from "./deps.ts";

export const words = ["abacus", "abdomen", "abdominal", "abide", "abiding", "ability"];
export const passphrase = "one long enough passphrase";
export const atMinute = (minute: number): Instant => instantFromMs(Date.UTC(2026, 10, 22, 9, minute));
const stores: { readonly name: string; readonly parts: VaultParts }[] = [];

export interface Phone extends VaultParts {
  readonly name: string;
  readonly backups: Backups;
}

/** A real vault on a database of its own, and its backups; with a clock by which calibration stays at its floor. */
export const phone = (name = `backup-${randomId()}`): Phone => {
  let now = 0;
  const parts = makeVault({ name, derive, now: () => (now += 2_000) });
  stores.push({ name, parts });
  return { name, ...parts, backups: makeBackups({ vault: parts.backup, scrypt, logN: 4 }) };
};

export const endPhones = async (): Promise<void> => {
  for (const { name, parts } of stores.splice(0)) {
    await parts.vault.lock();
    indexedDB.deleteDatabase(name);
  }
};

export const opened = { kind: "case.opened.v1", body: { parent: null }, secrets: [] } satisfies EntryDraft;
export const note = (n: number): EntryDraft => ({
  kind: "text.kept.v1",
  body: { text: n.toString(16).padStart(32, "0"), value: `note ${String(n)}`, why: "note", about: "case" },
  secrets: [],
});
export const fileEntry = ({ file, sha256, size }: StoredFile): EntryDraft => ({
  kind: "evidence.added.v1",
  body: { evidence: randomId(), file, sha256, size, name: "Нина.png", type: "image/png" },
  secrets: [],
});
export const pinned = (text = "0815"): EntryDraft => ({
  kind: "hash.submitted.v1",
  body: { service: "x", pin: null },
  secrets: [{ field: "pin", id: "12".repeat(16), text }],
});

export const load = async (on: Phone, caseId: string): Promise<LoadedCase> => {
  const loaded = entriesOf(valueOf(await on.vault.loadCase(caseId)));
  return { ...loaded, damage: [...loaded.damage, ...valueOf(await on.vault.verifyLoaded(caseId))] };
};
export const add = async (on: Phone, caseId: string, minute: number, ...drafts: readonly EntryDraft[]): Promise<void> => {
  valueOf(await on.vault.append(caseId, (await load(on, caseId)).size, drafts, atMinute(minute), 60));
};
/** What an entry says, without its place. */
export const said = (loaded: LoadedCase): readonly unknown[] => loaded.entries.map(({ kind, body, at }) => ({ kind, body, at }));

/** Files that entries name. */
export const filesNamed = (entries: readonly StoredEntry[]): readonly string[] =>
  entries.flatMap(({ body }) =>
    typeof body === "object" && body !== null && "file" in body && typeof body.file === "string" ? [body.file] : [],
  );

export const backUp = async (on: Phone, without: readonly string[] = [], cases?: readonly string[]): Promise<Blob> => {
  const all = cases ?? valueOf(await on.vault.unlock(passphrase)).cases;
  const choices = [];
  for (const caseId of all) {
    const { size, entries } = await load(on, caseId);
    choices.push({ caseId, size, files: filesNamed(entries).filter((file) => !without.includes(file)) });
  }
  const made = valueOf(await on.backups.make({ cases: choices, date: "2026-11-22", made: atMinute(30) }, words, null));
  if (made.file === null) throw new Error("no file");
  return made.file;
};
/** Opens and restores on a phone that has nothing yet; answers the restored case. */
export const restoreOn = async (on: Phone, file: Blob, typed = passphrase, without: readonly string[] = []): Promise<readonly string[]> => {
  const found = valueOf(await on.backups.open(file, words.join(" ")));
  const files: string[] = [];
  for (const index of found.cases.keys()) files.push(...filesNamed(valueOf(await on.backups.entries(index))));
  const coming = files.filter((one) => !without.includes(one));
  return valueOf(await on.backups.restore(typed, coming, { at: atMinute(40), offset: 0 })).cases;
};
export const first = (cases: readonly string[]): string => {
  const [one] = cases;
  if (one === undefined) throw new Error("no case");
  return one;
};
