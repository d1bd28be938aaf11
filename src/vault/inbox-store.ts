import { sameBytes } from "../lib/bytes.ts";
import { inboxKey, readAddress, type InboxAddress } from "./inbox-format.ts";

/** The store as the service worker may use it: it adds rows, and reads nothing but where to. */
export interface InboxStore {
  readonly address: InboxAddress;
  /**
   * One strict transaction: rows put and removed, and the state moved from `from` to `to`. False when it did not happen: full, taken over, being
   * changed or erased, or closed.
   */
  readonly write: (change: InboxChange) => Promise<boolean>;
  readonly close: () => void;
}
export interface InboxChange {
  readonly put: readonly (readonly [name: string, row: Uint8Array<ArrayBuffer>])[];
  readonly remove?: readonly string[];
  readonly from: Uint8Array;
  readonly to: Uint8Array<ArrayBuffer>;
}

/** With one of these, what is written now would be lost, or must not be there. */
const closingMarks = ["renewing", "making", "erasing"] as const;
/** An opening that waits behind another window's deletion says nothing at all. */
const patienceMs = 10_000;

/** Never makes one: that there is none is an answer. */
const connect = (name: string): Promise<IDBDatabase | undefined> =>
  new Promise((resolve) => {
    const request = indexedDB.open(name);
    const timer = setTimeout(() => resolve(undefined), patienceMs);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(undefined);
    request.onsuccess = () => {
      clearTimeout(timer);
      const db = request.result;
      db.onversionchange = () => db.close();
      resolve(db);
    };
  });

const readKeys = (db: IDBDatabase, keys: readonly string[]): Promise<readonly unknown[]> =>
  new Promise((resolve, reject) => {
    const tx = db.transaction("device", "readonly");
    const asked = keys.map((key) => tx.objectStore("device").get(key));
    tx.oncomplete = () => resolve(asked.map(({ result }): unknown => result));
    tx.onabort = () => reject(tx.error ?? new Error("aborted"));
  });

interface Found {
  readonly db: IDBDatabase;
  readonly generation: number;
  readonly address: InboxAddress;
}

/** A database that takes something now: whole, with an inbox, and not about to go. */
const look = async (name: string): Promise<Found | undefined> => {
  const db = await connect(name);
  if (db === undefined) return undefined;
  try {
    const [inbox, generation, ...marks] = await readKeys(db, [inboxKey, "generation", ...closingMarks]);
    const address = readAddress(inbox);
    if (address !== undefined && marks.every((mark) => mark === undefined))
      return { db, address, generation: typeof generation === "number" ? generation : 0 };
  } catch {
    // Other tables, or closed under our hands: not one of ours just now.
  }
  db.close();
  return undefined;
};

/** Of the two databases (places.ts) the one that counts; undefined when there is none that takes anything. */
export const openInboxStore = async (name: string): Promise<InboxStore | undefined> => {
  const known = new Set((await indexedDB.databases()).map((database) => database.name));
  const found = (await Promise.all([name, `${name}-2`].filter((one) => known.has(one)).map(look))).filter((one) => one !== undefined);
  const [best, ...others] = found.toSorted((a, b) => b.generation - a.generation);
  for (const { db } of others) db.close();
  return best === undefined
    ? undefined
    : { address: best.address, write: (change) => write(best.db, change), close: () => best.db.close() };
};

const write = (db: IDBDatabase, { put, remove = [], from, to }: InboxChange): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const tx = db.transaction(["device", "rows"], "readwrite", { durability: "strict" });
      tx.oncomplete = () => resolve(true);
      tx.onabort = () => resolve(false);
      if (tx.durability !== "strict") return tx.abort();
      const device = tx.objectStore("device");
      const rows = tx.objectStore("rows");
      const asked = [inboxKey, ...closingMarks].map((key) => device.get(key));
      const last = asked.at(-1);
      if (last === undefined) return tx.abort();
      last.onsuccess = () => {
        const [inbox, ...marks] = asked.map(({ result }): unknown => result);
        const address = readAddress(inbox);
        if (address === undefined || !sameBytes(address.state, from) || marks.some((mark) => mark !== undefined)) return tx.abort();
        device.put({ publicKey: address.publicKey, state: to }, inboxKey);
        for (const [name, row] of put) rows.put(row.buffer, name);
        for (const name of remove) rows.delete(name);
      };
    } catch {
      resolve(false);
    }
  });
