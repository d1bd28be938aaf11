import { randomBytes, randomId } from "../crypto/random.ts";
import { secret } from "../crypto/secret.ts";
import { sameBytes } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { anyEpoch, type Database } from "./database.ts";
import { canaryId, deriveTwice, isShort } from "./create.ts";
import { findSlot, type FoundSlot } from "./find-slot.ts";
import { makeHeader, openSlots, readHeader, slotKeyOf } from "./header.ts";
import { withoutShares } from "./inbox-collect.ts";
import { copyInbox } from "./inbox-copy.ts";
import { checkCase } from "./integrity.ts";
import { asFields } from "./json-row.ts";
import { opensAny, opensAsOther } from "./opens.ts";
import type { Places } from "./places.ts";
import { typedBytes } from "./recovery.ts";
import { copyCase, copyOthers, must, ownRows, sameIn, type CopiedCase, type Copying } from "./renew-copy.ts";
import { hasRoomTwice } from "./room.ts";
import { keysOf, rowName, sealRow, wipeKeys, type RowBox } from "./rows.ts";
import { catalogueRows, endSession, settle, writeAs, type Session } from "./session.ts";
import { Refused } from "./store-errors.ts";
import type { Progress, VaultError } from "./types.ts";
import { openSession, type VaultDeps } from "./unlock.ts";
import { waysRow } from "./ways.ts";

export interface RenewalPort {
  readonly deps: VaultDeps;
  readonly places: Places;
  /** Rows copied and rows read back, of twice as many as there are. */ readonly onProgress: (p: Progress) => void;
  readonly isStopped: () => boolean;
}

export interface Renewed {
  readonly session: Session;
  /** `blocked`: emptied, and deleted as soon as another window lets go of it. */ readonly old: "gone" | "blocked";
}

/** Bytes of rows that go into one transaction. */
const batchBytes = 4 * 1024 * 1024;

/**
 * Seals all of the open vault under a new key into the other database, with `next` (null: the passphrase that `current` is) as the only way in, and everything else that lies there as it is;
 * reads it back; makes it the one that counts in one transaction; deletes the old one. Ended at any moment before that transaction, the old one
 * is as it was; after it, the new one is whole. The old session ends when it succeeds.
 */
export const renew = async (
  port: RenewalPort,
  session: Session,
  current: string,
  next: string | null,
): Promise<Result<Renewed, VaultError>> => {
  if (session.lock.lost()) return err({ code: "vault-taken" });
  if (next !== null && isShort(next)) return err({ code: "vault-passphrase-short" });
  const found = await findSlot(port.deps, session.database, current);
  if (!found.ok) return found;
  found.value.slot.vaultKey.wipe();
  if (found.value.slot.vaultId !== session.vaultId) return err({ code: "vault-wrong-passphrase" });
  // Recovery words typed here would become the only way in, and the passphrase that was to be kept would open nothing.
  if (next === null && found.value.slot.kind !== "passphrase") return err({ code: "vault-not-passphrase" });
  const settled = await settle(session);
  if (!settled.ok) return settled;
  if (!(await hasRoomTwice())) return err({ code: "vault-full", where: "room" });
  const change = (): Promise<Result<Renewed, VaultError>> => underLock(port, session, found.value, next ?? current);
  // Nor while a share comes in, which would be lost.
  return (await port.places.alone(() => withoutShares(port.deps.name, change))) ?? err({ code: "vault-busy" });
};

const underLock = async (port: RenewalPort, session: Session, found: FoundSlot, next: string): Promise<Result<Renewed, VaultError>> => {
  const password = typedBytes(next);
  const derived = await deriveTwice(port.deps, password, found.kdf);
  password.fill(0);
  if (derived === undefined) return err({ code: "vault-device-unfit", where: "argon2id" });
  const [slotKey, proof] = [slotKeyOf(derived[0]), slotKeyOf(derived[1])];
  const vaultKey = secret("vault-key", randomBytes(32));
  const box: RowBox = { vaultId: randomId(), keys: keysOf(vaultKey) };
  const target = port.places.other(session.database);
  try {
    const rows = await session.database.headers();
    if (opensAny(rows, slotKey, session.vaultId) || opensAsOther(rows, slotKey, session.vaultId))
      return err({ code: "vault-passphrase-used" });
    // A tab that slept through another's change would take the one that counts for the free one, and delete it.
    if ((await port.places.current()) !== session.database) return err({ code: "vault-renewed" });
    const header = makeHeader(found.kdf, slotKey, vaultKey, box.vaultId);
    if ((await target.destroy()) === "blocked") return err({ code: "vault-busy" });
    // From here on nobody else writes to the old one, also after this tab has lost its place.
    must(await writeAs(session, { marks: { renewing: session.epoch } }));
    try {
      await fill(port, session, target, box, header);
      await switchOver(session, target, header, (bytes) => {
        const read = readHeader(bytes);
        const slot = typeof read === "string" ? undefined : openSlots([read], proof);
        slot?.vaultKey.wipe();
        return slot?.vaultId === box.vaultId;
      });
    } catch (thrown) {
      await giveUp(port, session, target);
      throw thrown;
    }
    return await moveIn(port, session, target, box);
  } catch (thrown) {
    wipeKeys(box.keys);
    if (thrown instanceof Refused) return err(thrown.error);
    throw thrown;
  } finally {
    for (const key of [slotKey, proof, vaultKey]) key.wipe();
  }
};

/** Everything but the headers, read back once it is there. */
const fill = async (
  { onProgress, isStopped }: RenewalPort,
  session: Session,
  target: Database,
  box: RowBox,
  header: Uint8Array,
): Promise<void> => {
  const { database, epoch } = session;
  // Nobody restores into it any more: what is left of that would move along as rows of nobody.
  await database.clearRestoring();
  const inbox = await copyInbox(session);
  const names = await database.rowNames();
  const logs = [...session.catalogue.cases, ...session.catalogue.attached.map(({ log }) => log)];
  const own = new Set([...(await ownRows(session)), ...inbox.own]);
  const others = names.filter((name) => !own.has(name));
  const total = 2 * names.length;
  let done = 0;
  const step = (rows = 1): void => {
    if (session.ended) throw new Refused({ code: "vault-locked" });
    if (isStopped()) throw new Refused({ code: "vault-cancelled" });
    done += rows;
    onProgress({ done: Math.min(done, total), total });
  };
  const device = asFields(await database.device());
  const clear = { ...(device === undefined ? {} : { device }), ...(inbox.clear === undefined ? {} : { inbox: inbox.clear }) };
  must(await target.write({ epoch: anyEpoch, newEpoch: epoch, ...clear, marks: { isMaking: true } }));
  let batch: (readonly [string, Uint8Array<ArrayBuffer>])[] = [];
  const flush = async (): Promise<void> => {
    must(await target.write({ epoch, put: batch }));
    batch = [];
  };
  const put: Copying["put"] = async (name, row) => {
    batch.push([name, row]);
    if (batch.reduce((sum, [, bytes]) => sum + bytes.length, 0) >= batchBytes) await flush();
    step();
  };
  const copied: CopiedCase[] = [];
  for (const caseId of logs) copied.push(await copyCase({ from: session, to: box, put }, caseId));
  const known = new Set(copied.flatMap((one) => one.known));
  // A file that came in and is not yet named by an entry goes along; what is left of a killed import does not.
  const catalogue = { ...session.catalogue, intents: session.catalogue.intents.filter(({ file }) => known.has(file)) };
  for (const [name, row] of catalogueRows(box, catalogue)) await put(name, row);
  await put(...waysRow(box, header, [{ slot: 0, kind: "passphrase", name: "" }]));
  await put(rowName(box, canaryId), sealRow(box, canaryId, randomBytes(64)));
  await inbox.write(box, put);
  await copyOthers(database, others, put);
  await flush();

  target.close();
  const reading: Session = {
    ...session,
    ...box,
    database: target,
    catalogue,
    catalogueDamage: [],
    cases: new Map(),
    rings: new Map(),
    doubt: null,
  };
  for (const { caseId, entries, files, scars } of copied) {
    const found = must(await checkCase(reading, caseId, () => step(0)));
    if (found.entries !== entries || found.files !== files || found.damage.length !== scars)
      throw new Refused({ code: "vault-device-unfit", where: "copy" });
    step(Math.floor((names.length - others.length) / copied.length));
  }
  for (const ring of [...reading.rings.values()].flatMap(({ rings }) => rings))
    if (typeof ring !== "string") for (const { key } of ring.keys) key.wipe();
  await inbox.check(reading);
  for (const name of others) {
    if (!(await sameIn(database, target, name))) throw new Refused({ code: "vault-device-unfit", where: "copy" });
    step();
  }
  step(0);
  onProgress({ done: total, total });
};

/** Our header is written, read back and opened; then the transaction from which on the new one counts. Throws when it does not count. */
const switchOver = async (
  session: Session,
  target: Database,
  header: Uint8Array<ArrayBuffer>,
  opens: (header: Uint8Array) => boolean,
): Promise<void> => {
  const { headerKey, epoch, database } = session;
  const old = await database.headers();
  const headers = old.map(({ key, bytes }) => ({ key, bytes: key === headerKey ? header : new Uint8Array(bytes) }));
  // One that cannot be read just now would be lost for good.
  if (old.some(({ bytes }) => bytes.length === 0)) throw new Refused({ code: "vault-damaged", where: "header" });
  if (!headers.some(({ key }) => key === headerKey)) throw new Refused({ code: "vault-missing" });
  must(await target.write({ epoch, putHeaders: headers }));
  target.close();
  const stored = await target.headers();
  const isSame = headers.every(({ key, bytes }) => stored.some((row) => row.key === key && sameBytes(row.bytes, bytes)));
  // Killed before this was seen, the new one does not count: a header that opens nothing would have cost everything.
  if (!isSame || !stored.some(({ key, bytes }) => key === headerKey && opens(bytes)))
    throw new Refused({ code: "vault-device-unfit", where: "header" });
  const { generation } = await database.marks();
  const written = await target.write({ epoch, marks: { isMaking: false, generation: generation + 1 } });
  // An answer may be lost on the way: the store says what holds. When it says nothing either, the caller does not know which one counts.
  if (!written.ok && !(await counts(session, target))) throw new Refused(written.error);
};

/** Back to the old one. When it is not known which one counts, the vault is locked: the next start finds out. */
const giveUp = async ({ places }: RenewalPort, session: Session, target: Database): Promise<void> => {
  try {
    if ((await counts(session, target)) || (await target.destroy()) === "blocked") throw new Refused({ code: "vault-busy" });
    must(await session.database.write({ epoch: session.epoch, marks: { renewing: null } }));
  } catch (thrown) {
    endSession(session);
    places.closeAll();
    if (!(thrown instanceof Refused)) throw thrown;
  }
};

/** Whether the new one counts already. */
const counts = async (session: Session, target: Database): Promise<boolean> => {
  if (!(await target.exists())) return false;
  const { isMaking, generation } = await target.marks();
  return !isMaking && generation > (await session.database.marks()).generation;
};

const moveIn = async ({ deps }: RenewalPort, session: Session, target: Database, box: RowBox): Promise<Result<Renewed, VaultError>> => {
  const { database, epoch, stale, headerKey } = session;
  // Emptied first: should a window that sleeps hold it, the deletion waits, but there is nothing left in it.
  const emptied = await database.write({ epoch, isEmptied: true, marks: { isMaking: true } });
  endSession(session);
  const old = await database.destroy();
  const opened = await openSession(deps, target, box, undefined, headerKey);
  if (!opened.ok) return opened;
  return ok({ session: { ...opened.value, stale }, old: emptied.ok || old === "gone" ? old : "blocked" });
};
