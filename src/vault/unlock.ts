import type { DeriveKey } from "../crypto/kdf-worker.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { catalogueIds, readCatalogue } from "./catalogue.ts";
import { anyEpoch, type Database } from "./database.ts";
import { deviceRow, type DeviceRow } from "./device-row.ts";
import { findPasskeySlot, findSlot, type FoundSlot } from "./find-slot.ts";
import { keysOf, rowName, type RowBox } from "./rows.ts";
import { newEpoch, type Session } from "./session.ts";
import type { Patience } from "./tries.ts";
import type { VaultError } from "./types.ts";
import { takeWriterLock } from "./writer-lock.ts";

/** What the vault is given from outside. */
export interface VaultDeps {
  /** Name of the database and of the writer's lock. */ readonly name: string;
  readonly derive: DeriveKey;
  /** Milliseconds, for calibration only. */ readonly now: () => number;
  /** The device's own by default. */ readonly patience?: Patience;
}

/** Opens the vault that `typed` opens; takes the writer's place from whoever had it. */
export const unlock = async (deps: VaultDeps, database: Database, typed: string): Promise<Result<Session, VaultError>> => {
  const found = await findSlot(deps, database, typed);
  return found.ok ? openFound(deps, database, found.value) : found;
};

/** The same with what a passkey gave. */
export const unlockWithPasskey = async (deps: VaultDeps, database: Database, output: Uint8Array): Promise<Result<Session, VaultError>> => {
  const found = await findPasskeySlot(database, output);
  return found.ok ? openFound(deps, database, found.value) : found;
};

const openFound = (deps: VaultDeps, database: Database, { slot, restore, headerKey }: FoundSlot): Promise<Result<Session, VaultError>> => {
  const box: RowBox = { vaultId: slot.vaultId, keys: keysOf(slot.vaultKey) };
  slot.vaultKey.wipe();
  return openSession(deps, database, box, restore, headerKey);
};

/** `restore`: the device row to write back, when it was lost. */
export const openSession = async (
  deps: VaultDeps,
  database: Database,
  box: RowBox,
  restore: DeviceRow | undefined,
  headerKey: number,
): Promise<Result<Session, VaultError>> => {
  const lock = await takeWriterLock(deps.name);
  const epoch = newEpoch();
  const device = restore === undefined ? {} : { device: deviceRow(restore) };
  const taken = await database.write({ epoch: anyEpoch, newEpoch: epoch, ...device });
  // A full store must not keep anybody out: all can be read, and what is deleted makes room.
  const isOpen = taken.ok || taken.error.code === "vault-full";
  const found = isOpen ? readCatalogue(box, await database.rows(catalogueIds.map((id) => rowName(box, id)))) : undefined;
  if (found === undefined || found === "newer") {
    lock.release();
    if (!taken.ok && !isOpen) return taken;
    return err(found === "newer" ? { code: "vault-newer", where: "catalogue" } : { code: "vault-damaged", where: "catalogue" });
  }
  return ok({
    ...box,
    database,
    headerKey,
    epoch,
    isWriter: taken.ok,
    lock,
    catalogue: found.catalogue,
    catalogueDamage: found.damage,
    stale: new Set(found.catalogue.intents.map(({ file }) => file)),
    cases: new Map(),
    rings: new Map(),
    doubt: null,
    ended: false,
  });
};
