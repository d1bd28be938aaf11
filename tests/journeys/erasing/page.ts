import type { Result } from "../../../src/lib/result.ts";
import { instantFromMs } from "../../../src/lib/time.ts";
import { openVault } from "../../../src/vault/client.ts";
import workerUrl from "../kills/worker.ts?worker&url";

/*
 * A page over the real client and the real vault. It keeps cases of entries with a file each, whose bytes follow from their number, and erases
 * them. The script outside kills the browser meanwhile, and asks the next one what is there.
 */
const passphrase = "correct horse battery";
const { vault } = openVault(workerUrl);

const must = <T>(result: Result<T, object>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Two chunks each, one of them a whole one. */
const fileBytes = 1_200_000;
const bytesOf = (n: number): Uint8Array<ArrayBuffer> => new Uint8Array(fileBytes).map((_, i) => (i * 31 + n * 7) & 0xff);

/** A case with `count` entries, each with its file. */
const fill = async (count: number): Promise<string> => {
  const caseId = must(await vault.createCase());
  for (let n = 0; n < count; n++) {
    const { file } = must(await vault.importFile(caseId, new Blob([bytesOf(n)])));
    const draft = { kind: "thing.added.v1", body: { file, n }, secrets: [] };
    must(await vault.append(caseId, n, [draft], instantFromMs(1_780_000_000_000), 60));
  }
  return caseId;
};

const isWhole = async (caseId: string, file: string, n: number): Promise<boolean> => {
  const kept = new Uint8Array(must(await vault.readFile(caseId, file)));
  const wanted = bytesOf(n);
  return kept.length === wanted.length && kept.every((byte, i) => byte === wanted[i]);
};

/** Which entries of a case are there, each with every byte of its file; the others are erased. Anything between throws. */
const look = async (caseId: string): Promise<readonly boolean[]> => {
  const loaded = must(await vault.loadCase(caseId));
  const there: boolean[] = [];
  for (const { seq, body } of loaded.entries) {
    const { file = "", n = -1 }: { readonly file?: string; readonly n?: number } = body ?? {};
    if (body !== null && (n !== seq || !(await isWhole(caseId, file, n))))
      throw new Error(`entry ${String(seq)} is neither there nor gone`);
    there.push(body !== null);
  }
  const found = must(await vault.checkIntegrity(caseId));
  const damage = [...loaded.damage, ...found.damage];
  const files = there.filter(Boolean).length;
  if (damage.length > 0 || there.length !== loaded.size || found.files !== files) throw new Error(JSON.stringify({ found, damage, there }));
  return there;
};

/** How many whole chunks lie in the store, whoever they belong to. */
const wholeChunks = async (): Promise<number> => {
  const [{ name = "" } = {}] = await indexedDB.databases();
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = await new Promise<readonly unknown[]>((resolve, reject) => {
    const request = db.transaction("rows").objectStore("rows").getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  db.close();
  return rows.filter((row) => row instanceof ArrayBuffer && row.byteLength > 1_000_000).length;
};

export const erasing = {
  status: async () => (await vault.status()).vault,
  create: async () => must(await vault.create(passphrase)).cases,
  unlock: async () => must(await vault.unlock(passphrase)).cases,
  fill,
  look,
  wholeChunks,
  databases: async () => (await indexedDB.databases()).length,
  eraseItem: async (caseId: string, seq: number) => must(await vault.erase(caseId, seq)),
  eraseCase: async (caseId: string) => must(await vault.eraseCase(caseId)),
  eraseAll: async () => must(await vault.eraseAll()),
};

declare global {
  interface Window {
    erasing: typeof erasing;
  }
}
window.erasing = erasing;
