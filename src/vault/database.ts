import Dexie, { type Table } from "dexie";
import { err, ok, type Result } from "../lib/result.ts";
import { isCount } from "./json-row.ts";
import { inboxKey } from "./inbox-format.ts";
import { isGoing, isThere, removeDatabase } from "./remove-database.ts";
import { renewLog } from "./renew-log.ts";
import { isRestored, removeLeft } from "./restoring.ts";
import { failureOf, isLost, isUnreadable, Refused } from "./store-errors.ts";
import type { VaultError } from "./types.ts";
import { epochKey, isRowChange, isWritten, renewingKey, writeRows } from "./write-rows.ts";

/** Stands for "whatever it is": for changes that are themselves the taking over, or touch nothing of a vault's. No epoch looks like it. */
export const anyEpoch: unique symbol = Symbol("any epoch");

/** One atomic, durable change. It happens wholly, or not at all with the reason. */
export interface Change {
  /** Writer epoch that must still stand. */
  readonly epoch: string | typeof anyEpoch;
  /** Row whose stored version must still be this one (`null`: absent). A retry finds the version that it was going to write, and is done. */
  readonly expect?: { readonly name: string; readonly version: string | null };
  readonly put?: readonly (readonly [name: string, row: Uint8Array<ArrayBuffer>])[];
  readonly remove?: readonly string[];
  /** Looks at the clear row and the number of headers in the same transaction; what it answers refuses the whole change. */
  readonly refuse?: (device: unknown, headers: number) => VaultError | undefined;
  readonly newEpoch?: string;
  readonly device?: object;
  /** Wrong tries in a row (tries.ts). */ readonly tries?: object;
  /** Where the service worker seals what is shared to (inbox-format.ts); null: nowhere. */ readonly inbox?: object | null;
  readonly addHeader?: Uint8Array<ArrayBuffer>;
  /** Told the key that `addHeader` was given; again when it was tried again. */ readonly onHeader?: (key: number) => void;
  /** Takes the place of the header with this key. */
  readonly putHeader?: { readonly key: number; readonly bytes: Uint8Array<ArrayBuffer> };
  readonly putHeaders?: readonly { readonly key: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
  readonly removeHeaders?: readonly number[];
  /**
   * Rows of a vault that is not there yet: their names are noted with them, so that what is left of it can be told and removed if it never will be.
   * `end`: with this change it is there. Refused when somebody else has begun, or has removed what was left.
   */
  readonly restoring?: { readonly token: string; readonly step: "begin" | "go-on" | "end" };
  /** No header and no row stays. */ readonly isEmptied?: true;
  /** What is said here is put, the rest stays. `renewing`: the epoch under which alone may be written from now on; null ends that. */
  readonly marks?: { readonly isMaking?: boolean; readonly generation?: number; readonly renewing?: string | null };
  /** From now on there is nothing here but what `destroy` has not yet removed. */ readonly isErasing?: true;
}

/** Which of two databases counts (places.ts). */
export interface Marks {
  /** It is being filled from the other one, and does not count. */ readonly isMaking: boolean;
  /** The whole one with the higher number counts. */ readonly generation: number;
  /** Somebody fills the other one from it. */ readonly renewing: boolean;
}

export interface HeaderRow {
  readonly key: number;
  readonly bytes: Uint8Array;
}

/** The store: the only place that knows Dexie. Reads throw `Refused`; writes answer. */
export interface Database {
  /** False also while it is being deleted. */ readonly exists: () => Promise<boolean>;
  /** Its deletion was asked for, and is not over. */ readonly isGoing: () => boolean;
  readonly device: () => Promise<unknown>;
  readonly tries: () => Promise<unknown>;
  readonly inbox: () => Promise<unknown>;
  readonly headers: () => Promise<readonly HeaderRow[]>;
  readonly rows: (names: readonly string[]) => Promise<readonly (Uint8Array | undefined)[]>;
  readonly write: (change: Change) => Promise<Result<null, VaultError>>;
  /** Names of all rows. */ readonly rowNames: () => Promise<readonly string[]>;
  readonly marks: () => Promise<Marks>;
  readonly isErasing: () => Promise<boolean>;
  /** Removes what is left of a restoring that was ended half-way. Only while none is under way. */ readonly clearRestoring: () => Promise<void>;
  /** Deletes the database with all that is in it; other tabs let go of it. `blocked`: one that sleeps does not, and it goes when that one ends. */
  readonly destroy: () => Promise<"gone" | "blocked">;
  readonly close: () => void;
}

export interface Tables {
  readonly db: Dexie;
  readonly device: Table<unknown, string>;
  readonly headers: Table<ArrayBuffer, number>;
  readonly rows: Table<ArrayBuffer, string>;
}

const storeVersion = 1;
const deviceKey = "device";
const triesKey = "tries";
const erasingKey = "erasing";
const makingKey = "making";
const generationKey = "generation";

export const openDatabase = (name: string): Database => {
  let opening: Promise<Tables> | undefined;

  const close = (): void => {
    void opening?.then(
      ({ db }) => db.close(),
      () => undefined,
    );
    opening = undefined;
  };
  /** One connection for all who ask; a new one when it was closed. */
  const tables = async (): Promise<Tables> => {
    const current = opening;
    const ready = await current?.catch(() => undefined);
    if (ready?.db.isOpen() === true) return ready;
    if (opening === current) opening = undefined;
    opening ??= connect(name);
    return opening;
  };
  /** Browsers close databases under a page (eviction, crash of their storage process): open again and try once more. */
  const withRetry = async <T>(work: (t: Tables) => Promise<T>): Promise<T> => {
    try {
      return await work(await tables());
    } catch (thrown) {
      close();
      if (!isLost(thrown)) throw thrown;
      return work(await tables());
    }
  };
  const read = async <T>(work: (t: Tables) => Promise<T>): Promise<T> => {
    try {
      return await withRetry(work);
    } catch (thrown) {
      throw new Refused(failureOf(thrown));
    }
  };

  return {
    exists: async () => !isGoing(name) && isThere(name),
    isGoing: () => isGoing(name),
    device: () => read((t) => t.device.get(deviceKey)),
    isErasing: async () => (await read((t) => t.device.get(erasingKey))) === true,
    clearRestoring: () => read(removeLeft),
    rowNames: () => read((t) => t.rows.toCollection().primaryKeys()),
    marks: () =>
      read(async (t) => {
        const [making, generation, renewing] = await t.device.bulkGet([makingKey, generationKey, renewingKey]);
        return { isMaking: making === true, generation: isCount(generation) ? generation : 0, renewing: renewing !== undefined };
      }),
    destroy: async () => {
      close();
      return removeDatabase(name);
    },
    tries: () => read((t) => t.device.get(triesKey)),
    inbox: () => read((t) => t.device.get(inboxKey)),
    headers: () =>
      read(async (t) => {
        const keys = await t.headers.toCollection().primaryKeys();
        const found = await Promise.all(keys.map((key) => t.headers.get(key).catch(() => undefined)));
        return keys.map((key, i) => ({ key, bytes: new Uint8Array(found[i] ?? new ArrayBuffer(0)) }));
      }),
    rows: (names) => read((t) => getRows(t, names)),
    write: async (change) => {
      try {
        await withRetry((t) => (isRowChange(change) ? writeRows(t.db.backendDB(), change) : apply(t, change)));
        return ok(null);
      } catch (thrown) {
        return err(failureOf(thrown));
      }
    },
    close,
  };
};

const connect = async (name: string): Promise<Tables> => {
  if (isGoing(name)) throw new Refused({ code: "vault-busy", where: "database" });
  await renewLog(name);
  const db = new Dexie(name, { autoOpen: false, cache: "disabled", chromeTransactionDurability: "strict" });
  db.version(storeVersion).stores({ device: "", headers: "++", rows: "" });
  const tables: Tables = { db, device: db.table("device"), headers: db.table("headers"), rows: db.table("rows") };
  // Somebody deletes or upgrades the database: get out of the way, without Dexie's message on the console.
  db.on("versionchange", () => {
    db.close();
    return false;
  });
  try {
    await db.open();
    // A connection that is lost while Dexie looks at the tables leaves them half made, without a word.
    const core: unknown = Reflect.get(tables.rows, "core");
    if (core === undefined) throw new Refused({ code: "vault-lost", where: "open" });
    // Dexie counts in tens, and opens databases of a newer version as well: what a newer version has changed is not guessed at.
    if (db.backendDB().version > storeVersion * 10) throw new Refused({ code: "vault-newer", where: "database" });
    return tables;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
};

/** A row whose file the browser has lost makes the whole bulk read fail: then one by one, so that only it is missing. */
const getRows = async (t: Tables, names: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> => {
  const wrap = (found: unknown): Uint8Array | undefined => (found instanceof ArrayBuffer ? new Uint8Array(found) : undefined);
  const orMissing = (thrown: unknown): undefined => {
    if (!isUnreadable(thrown)) throw thrown;
  };
  try {
    return (await t.rows.bulkGet([...names])).map(wrap);
  } catch (thrown) {
    orMissing(thrown);
    return Promise.all(names.map((name) => t.rows.get(name).then(wrap, orMissing)));
  }
};

const apply = (t: Tables, change: Change): Promise<void> =>
  t.db.transaction("rw", [t.device, t.headers, t.rows], async (tx) => {
    // Without `strict` Chromium answers before the data is on disk.
    if (tx.idbtrans.durability !== "strict") throw new Refused({ code: "vault-device-unfit", where: "durability" });
    const { expect } = change;
    const [epoch, held, renewing] = await Promise.all([
      t.device.get(epochKey),
      expect === undefined ? undefined : t.rows.get(expect.name),
      t.device.get(renewingKey),
    ]);
    // What were written now would not be in the other database.
    if (renewing !== undefined && change.epoch !== renewing && change.marks?.renewing !== null) throw new Refused({ code: "vault-busy" });
    if (change.epoch !== anyEpoch && epoch === undefined) throw new Refused({ code: "vault-missing" });
    if (change.epoch !== anyEpoch && change.epoch !== epoch) throw new Refused({ code: "vault-taken" });
    if (expect !== undefined && isWritten(change, expect, held)) return;
    if (change.refuse !== undefined) {
      const refused = change.refuse(...(await Promise.all([t.device.get(deviceKey), t.headers.count()])));
      if (refused !== undefined) throw new Refused(refused);
    }
    const put = change.put ?? [];
    const remove = change.remove ?? [];
    if (change.restoring !== undefined && (await isRestored(t, change, change.restoring))) return;
    if (change.isEmptied === true) await Promise.all([t.headers.clear(), t.rows.clear()]);
    // All are handed to the browser at once; the transaction answers for them together.
    await Promise.all([
      ...put.map(([name, row]) => t.rows.put(row.buffer, name)),
      ...(remove.length === 0 ? [] : [t.rows.bulkDelete([...remove])]),
      ...(change.device === undefined ? [] : [t.device.put(change.device, deviceKey)]),
      ...(change.tries === undefined ? [] : [t.device.put(change.tries, triesKey)]),
      ...(change.inbox === undefined ? [] : [change.inbox === null ? t.device.delete(inboxKey) : t.device.put(change.inbox, inboxKey)]),
      ...(change.addHeader === undefined ? [] : [t.headers.add(change.addHeader.buffer).then(change.onHeader)]),
      ...(change.putHeader === undefined ? [] : [t.headers.put(change.putHeader.bytes.buffer, change.putHeader.key)]),
      ...(change.putHeaders ?? []).map(({ key, bytes }) => t.headers.put(bytes.buffer, key)),
      ...(change.marks === undefined ? [] : putMarks(t, change.marks)),
      ...(change.removeHeaders === undefined ? [] : [t.headers.bulkDelete([...change.removeHeaders])]),
      ...(change.isErasing === undefined ? [] : [t.device.put(change.isErasing, erasingKey)]),
      ...(change.newEpoch === undefined ? [] : [t.device.put(change.newEpoch, epochKey)]),
    ]);
  });

const putMarks = (t: Tables, { isMaking, generation, renewing }: NonNullable<Change["marks"]>): readonly Promise<unknown>[] => [
  ...(isMaking === undefined ? [] : [isMaking ? t.device.put(true, makingKey) : t.device.delete(makingKey)]),
  ...(generation === undefined ? [] : [t.device.put(generation, generationKey)]),
  ...(renewing === undefined ? [] : [renewing === null ? t.device.delete(renewingKey) : t.device.put(renewing, renewingKey)]),
];
