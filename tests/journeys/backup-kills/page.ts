import { openBackups } from "../../../src/export/backup/client.ts";
import { instantFromMs } from "../../../src/lib/time.ts";
import type { Result } from "../../../src/lib/result.ts";
import { openVault, type VaultClient } from "../../../src/vault/client.ts";
import type { EntryDraft, StoredEntry } from "../../../src/vault/types.ts";
import workerUrl from "./worker.ts?worker&url";

/*
 * A page over the real clients, vault and backups. A case of known content is copied into a file of the origin's own, and restored from it into
 * other databases. The script outside kills the browser in the midst of it.
 */
const passphrase = "correct horse battery";
const words = ["abacus", "abdomen", "abdominal", "abide", "abiding", "ability"];
const stamp = { at: instantFromMs(1_780_000_000_000), offset: 0 };
const sizes = [0, 9_000, 1_500_000, 4_500_000] as const;
const entries = 40;

const must = <T>(result: Result<T, object>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const bytesOf = (n: number, size: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(size).map((_, i) => (i * 31 + n * 17 + (i >>> 8)) & 0xff);
const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> => ({ ...(typeof body === "object" ? body : {}) });

const filesNamed = (all: readonly StoredEntry[]): readonly string[] =>
  all.flatMap(({ body }) => {
    const { file } = fieldsOf(body);
    return typeof file === "string" ? [file] : [];
  });

const on = (store: string): VaultClient => openVault(`${workerUrl}${workerUrl.includes("?") ? "&" : "?"}store=${store}`);
const keptFile = async (): Promise<FileSystemFileHandle> =>
  (await navigator.storage.getDirectory()).getFileHandle("kept.age", { create: true });

const make = async (store: string): Promise<string> => {
  const { vault } = on(store);
  must(await vault.create(passphrase));
  const caseId = must(await vault.createCase());
  const drafts: EntryDraft[] = [];
  for (let n = 0; n < entries; n++) {
    const size = sizes[n];
    const named = size === undefined ? {} : { file: must(await vault.importFile(caseId, new Blob([bytesOf(n, size)]))).file };
    drafts.push({ kind: "thing.added.v1", body: { n, text: "é".repeat(n * 40), ...named }, secrets: [] });
  }
  must(await vault.append(caseId, 0, drafts, stamp.at, stamp.offset));
  return caseId;
};

/** Every entry and the exact bytes of every file; answers how many entries there are besides. */
const verify = async ({ vault }: VaultClient, caseId: string): Promise<number> => {
  const loaded = must(await vault.loadCase(caseId));
  if (loaded.damage.length > 0) throw new Error(JSON.stringify(loaded.damage));
  for (let n = 0; n < entries; n++) {
    const { n: number, text, file } = fieldsOf(loaded.entries[n]?.body);
    if (number !== n || text !== "é".repeat(n * 40)) throw new Error(`entry ${String(n)} is another`);
    const size = sizes[n];
    if ((size === undefined) !== (file === undefined)) throw new Error(`entry ${String(n)}: file`);
    if (size === undefined) continue;
    const kept = new Uint8Array(must(await vault.readFile(caseId, String(file))));
    const wanted = bytesOf(n, size);
    if (kept.length !== size || !kept.every((byte, i) => byte === wanted[i])) throw new Error(`file ${String(n)} is another`);
  }
  const found = must(await vault.checkIntegrity(caseId));
  if (found.damage.length > 0 || found.files !== sizes.length) throw new Error(JSON.stringify(found));
  return loaded.size - entries;
};

/** Makes a backup in the origin's own file, in place of the last one, then says so in the log. */
const backUp = async (store: string, caseId: string): Promise<void> => {
  const client = on(store);
  const backups = openBackups(client.worker, client.stopped);
  must(await client.vault.unlock(passphrase));
  const loaded = must(await client.vault.loadCase(caseId));
  const { size } = loaded;
  const plan = { cases: [{ caseId, size, files: filesNamed(loaded.entries) }], date: "2026-11-22", made: stamp.at };
  await window.backupBegun();
  must(await backups.make(plan, words, await keptFile()));
  const said: EntryDraft = { kind: "case.backed-up.v1", body: { size }, secrets: [] };
  must(await client.vault.append(caseId, size, [said], stamp.at, stamp.offset));
};

const openKept = async (client: VaultClient): Promise<number> => {
  const backups = openBackups(client.worker, client.stopped);
  const file = await (await keptFile()).getFile();
  return must(await backups.open(file, words.join(" "))).cases[0]?.entries ?? 0;
};

const restore = async (store: string): Promise<string> => {
  const client = on(store);
  await openKept(client);
  await window.backupBegun();
  const backups = openBackups(client.worker, client.stopped);
  const files = filesNamed(must(await backups.entries(0)));
  const done = must(await backups.restore("another long passphrase", files, stamp));
  return done.cases[0] ?? "";
};

/** What lies in the rows of a store that has no vault. */
const rowsIn = (store: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(store);
    opening.onerror = () => reject(new Error("not opened"));
    opening.onsuccess = () => {
      const db = opening.result;
      const counting = db.transaction("rows").objectStore("rows").count();
      counting.onsuccess = () => {
        db.close();
        resolve(counting.result);
      };
    };
  });

export const backupKills = {
  make,
  backUp,
  /** After a kill: the case as it was, with as many notes of backups; and the file opens, with so many entries. */
  check: async (store: string, caseId: string, hasFile: boolean) => {
    const client = on(store);
    must(await client.vault.unlock(passphrase));
    return { notes: await verify(client, caseId), inFile: hasFile ? await openKept(client) : 0 };
  },
  restore,
  /** After a kill: all of it, or nothing at all. */
  restored: async (store: string): Promise<"all" | "nothing"> => {
    const client = on(store);
    const { vault } = await client.vault.status();
    if (vault === "present") {
      const opened = await client.vault.unlock("another long passphrase");
      if (opened.ok) {
        const [caseId] = opened.value.cases;
        if (caseId === undefined) throw new Error("no case");
        await verify(client, caseId);
        return "all";
      }
    }
    const known = await indexedDB.databases();
    const left = vault === "present" || !known.some(({ name }) => name === store) ? 0 : await rowsIn(store);
    if (left > 0) throw new Error(`${String(left)} rows are left`);
    return "nothing";
  },
};

export type BackupKills = typeof backupKills;

declare global {
  interface Window {
    backupKills: BackupKills;
    backupBegun: () => Promise<void>;
  }
}
window.backupKills = backupKills;
