import type { Change } from "./database.ts";
import { versionOf } from "./rows.ts";
import { Refused } from "./store-errors.ts";

export const epochKey = "writer";
export const renewingKey = "renewing";

/** A change of nothing but rows under our own epoch: every entry, file and draft is one. */
export interface RowChange extends Pick<Change, "expect" | "put" | "remove"> {
  readonly epoch: string;
}

const rowFields: ReadonlySet<string> = new Set(["epoch", "expect", "put", "remove"] satisfies (keyof Change)[]);

export const isRowChange = (change: Change): change is RowChange =>
  typeof change.epoch === "string" && Object.keys(change).every((field) => rowFields.has(field));

/** Refuses a change by what stands in the clear table: a database that another one is made from, no vault, another writer. */
export const checkWriter = ({ epoch }: RowChange, stored: unknown, renewing: unknown): void => {
  // What were written now would not be in the other database.
  if (renewing !== undefined && epoch !== renewing) throw new Refused({ code: "vault-busy" });
  if (stored === undefined) throw new Refused({ code: "vault-missing" });
  if (epoch !== stored) throw new Refused({ code: "vault-taken" });
};

/** True when a first try had been written after all; a third version means that somebody else wrote. */
export const isWritten = (change: Change, expect: NonNullable<Change["expect"]>, held: unknown): boolean => {
  const version = held instanceof ArrayBuffer ? versionOf(new Uint8Array(held)) : null;
  if (version === expect.version) return false;
  const own = change.put?.find(([name]) => name === expect.name);
  if (own !== undefined && version === versionOf(own[1])) return true;
  throw new Refused({ code: "vault-taken", where: "version" });
};

/**
 * One strict transaction, without Dexie, which took half of the time of a confirmed write. All requests go to the browser at once; they are
 * answered in order, so that epoch and version are seen before the rows behind them can be committed, and what does not agree undoes them all.
 * A first try that had been written after all puts the same bytes again.
 */
export const writeRows = (db: IDBDatabase, change: RowChange): Promise<void> =>
  new Promise((resolve, reject) => {
    const tx = db.transaction(["device", "rows"], "readwrite", { durability: "strict" });
    let refused: unknown;
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(refused ?? tx.error ?? new DOMException("aborted", "AbortError"));
    const undoWith = (why: unknown): void => {
      refused = why;
      tx.abort();
    };
    // Without `strict` Chromium answers before the data is on disk.
    if (tx.durability !== "strict") return undoWith(new Refused({ code: "vault-device-unfit", where: "durability" }));
    const device = tx.objectStore("device");
    const rows = tx.objectStore("rows");
    const { expect, put = [], remove = [] } = change;
    const renewing = device.get(renewingKey);
    const epoch = device.get(epochKey);
    const held = expect === undefined ? undefined : rows.get(expect.name);
    (held ?? epoch).onsuccess = () => {
      try {
        checkWriter(change, epoch.result, renewing.result);
        if (expect !== undefined) isWritten(change, expect, held?.result);
        // Nothing comes after this: the browser need not wait for us to say nothing more.
        tx.commit();
      } catch (thrown) {
        undoWith(thrown);
      }
    };
    try {
      for (const [name, row] of put) rows.put(row.buffer, name);
      for (const name of remove) rows.delete(name);
    } catch (thrown) {
      // What was handed over before it must not be committed by itself.
      undoWith(thrown);
    }
  });
