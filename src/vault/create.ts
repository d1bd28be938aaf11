import { calibrate, knownAnswerHolds } from "../crypto/calibrate.ts";
import { argonSaltBytes } from "../crypto/kdf.ts";
import { randomBytes, randomId } from "../crypto/random.ts";
import { secret } from "../crypto/secret.ts";
import { sameBytes } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { emptyCatalogue, type Catalogue } from "./catalogue.ts";
import { anyEpoch, type Change, type Database, type HeaderRow } from "./database.ts";
import { findSlot } from "./find-slot.ts";
import { defaultSettings, deviceRow, isKdfRecord, readDeviceRow, sameKdf } from "./device-row.ts";
import { noOwner, passphraseLength } from "./format.ts";
import { makeHeader, openSlots, readHeader, slotKeyOf, type KdfRecord } from "./header.ts";
import { keysOf, openRow, rowName, sealRow, wipeKeys, type RowBox, type RowId } from "./rows.ts";
import { catalogueRows, newEpoch, writeAs, type Session } from "./session.ts";
import type { VaultError } from "./types.ts";
import { typedBytes } from "./recovery.ts";
import { opensAny } from "./opens.ts";
import { countTry, countWhileOpen, devicePatience } from "./tries.ts";
import { openSession, type VaultDeps } from "./unlock.ts";
import { waysRow } from "./ways.ts";

export const canaryId: RowId = { kind: "canary", owner: noOwner, number: 0, first: 0 };

/**
 * Makes a vault and opens it. Before the first record it is read back from the store with a key that was derived a second time, so that a device
 * that computes or stores wrongly is found out now. `beside`: another vault may already be there; it is left alone.
 */
export const create = async (
  deps: VaultDeps,
  database: Database,
  passphrase: string,
  beside = false,
): Promise<Result<Session, VaultError>> => {
  const made = await make(deps, database, passphrase, beside, (change) =>
    database.write({ ...change, epoch: anyEpoch, newEpoch: newEpoch() }),
  );
  return made.ok ? openSession(deps, database, made.value.box, undefined, made.value.headerKey) : made;
};

/** Puts into a vault that nobody can see yet what it begins with; answers its catalogue. Throws Refused. */
export type Fill = (box: RowBox) => Promise<Catalogue>;

/** Makes a vault that is whole from the first moment it can be seen, and opens it. Other vaults are left alone. */
export const createFilled = async (
  deps: VaultDeps,
  database: Database,
  passphrase: string,
  restoring: string,
  fill: Fill,
): Promise<Result<Session, VaultError>> => {
  const end = { token: restoring, step: "end" } as const;
  const others = (await database.exists()) ? (await database.headers()).length : 0;
  const counted = others === 0 ? ok(null) : await countTry(deps.patience ?? devicePatience, database);
  if (!counted.ok) return counted;
  const made = await make(
    deps,
    database,
    passphrase,
    true,
    (change) => database.write({ ...change, epoch: anyEpoch, newEpoch: newEpoch(), restoring: end }),
    fill,
  );
  return made.ok ? openSession(deps, database, made.value.box, undefined, made.value.headerKey) : made;
};

/**
 * Makes another vault beside the open one, which stays open and goes on writing. `current`: a way into the open one, asked again. It waits as a
 * wrong try would, for it tells whether `passphrase` opens a vault that is there.
 */
export const createBeside = async (
  deps: VaultDeps,
  session: Session,
  current: string,
  passphrase: string,
): Promise<Result<null, VaultError>> => {
  if (session.lock.lost()) return err({ code: "vault-taken" });
  if (isShort(passphrase)) return err({ code: "vault-passphrase-short" });
  const proved = await findSlot(deps, session.database, current);
  if (!proved.ok) return proved;
  proved.value.slot.vaultKey.wipe();
  // Another vault of this browser: nothing is said about it.
  if (proved.value.slot.vaultId !== session.vaultId) return err({ code: "vault-wrong-passphrase" });
  await countWhileOpen(deps.patience ?? devicePatience, session);
  const made = await make(deps, session.database, passphrase, true, (change) => writeAs(session, change));
  if (!made.ok) return made;
  wipeKeys(made.value.box.keys);
  return ok(null);
};

interface MadeVault {
  readonly box: RowBox;
  /** Key of its header's row. */ readonly headerKey: number;
}

const make = async (
  deps: VaultDeps,
  database: Database,
  passphrase: string,
  beside: boolean,
  write: (change: Omit<Change, "epoch">) => Promise<Result<null, VaultError>>,
  fill: Fill = () => Promise.resolve(emptyCatalogue),
): Promise<Result<MadeVault, VaultError>> => {
  if (isShort(passphrase)) return err({ code: "vault-passphrase-short" });
  const isThere = await database.exists();
  const found = isThere ? await database.headers() : [];
  if (!beside && found.length > 0) return err({ code: "vault-exists" });
  const stored = readDeviceRow(isThere ? await database.device() : undefined);
  if (stored === "newer") return err({ code: "vault-newer" });
  const before = typeof stored === "string" ? null : stored.kdf;
  const password = typedBytes(passphrase);
  const kdf = await kdfFor(deps, before ?? kdfOfHeaders(found));
  const derived = kdf === undefined ? undefined : await deriveTwice(deps, password, kdf);
  password.fill(0);
  if (kdf === undefined || derived === undefined) return err({ code: "vault-device-unfit", where: "argon2id" });

  const slotKey = slotKeyOf(derived[0]);
  // One passphrase opens one vault: with two of them the older could never be reached again.
  if (opensAny(found, slotKey)) {
    slotKey.wipe();
    derived[1].fill(0);
    return err({ code: "vault-passphrase-used" });
  }
  const vaultKey = secret("vault-key", randomBytes(32));
  const box: RowBox = { vaultId: randomId(), keys: keysOf(vaultKey) };
  const header = makeHeader(kdf, slotKey, vaultKey, box.vaultId);
  slotKey.wipe();
  vaultKey.wipe();
  const canary = randomBytes(64);
  const catalogue = await fill(box).catch((thrown: unknown) => {
    wipeKeys(box.keys);
    derived[1].fill(0);
    throw thrown;
  });
  const rows = [
    ...catalogueRows(box, catalogue),
    waysRow(box, header, [{ slot: 0, kind: "passphrase", name: "" }]),
    [rowName(box, canaryId), sealRow(box, canaryId, canary)] as const,
  ];
  const settings = typeof stored === "string" ? defaultSettings : stored.settings;
  const given = new Set<number>();
  const written = await write({
    put: rows,
    addHeader: header,
    onHeader: (key) => given.add(key),
    device: deviceRow({ settings, kdf }),
    refuse: (device, headers) => {
      const now = readDeviceRow(device);
      const isSame = sameKdfOrNone(typeof now === "string" ? null : now.kdf, before);
      return isSame && now !== "newer" && (beside || headers === 0) ? undefined : { code: "vault-exists" };
    },
  });
  wipeKeys(box.keys);
  if (!written.ok && written.error.code !== "vault-exists") {
    derived[1].fill(0);
    return written;
  }

  // `vault-exists` may also come from a second try whose first was written after all: then what is there is this vault.
  const opened = await readBack(database, derived[1], header, canary);
  if (opened !== undefined) return ok(opened);
  if (!written.ok) return written;
  // Whatever the store made of the header. A sound one that is not ours is another tab's: its key was given to us in a try that was undone.
  const isOurs = ({ key, bytes }: HeaderRow): boolean => given.has(key) && (readHeader(bytes) === "altered" || sameBytes(bytes, header));
  const removeHeaders = (await database.headers()).filter(isOurs).map(({ key }) => key);
  await database.write({ epoch: anyEpoch, removeHeaders, remove: rows.map(([name]) => name) });
  return err({ code: "vault-device-unfit", where: "canary" });
};

export const isShort = (passphrase: string): boolean => [...passphrase.normalize("NFKC")].length < passphraseLength;

/** What the vaults that are there were made with, when the clear row is lost. */
const kdfOfHeaders = (rows: readonly HeaderRow[]): KdfRecord | null =>
  rows
    .map(({ bytes }) => readHeader(bytes))
    .flatMap((header) => (typeof header === "string" ? [] : [header.kdf]))
    .find(isKdfRecord) ?? null;

const sameKdfOrNone = (a: KdfRecord | null, b: KdfRecord | null): boolean => (a === null || b === null ? a === b : sameKdf(a, b));

/** Parameters shared with the vaults that are there, proved again; or new ones. */
const kdfFor = async ({ derive, now }: VaultDeps, shared: KdfRecord | null): Promise<KdfRecord | undefined> => {
  if (shared !== null) return (await knownAnswerHolds(derive, shared.params.mebibytes)) ? shared : undefined;
  const params = await calibrate(derive, now);
  return params === undefined ? undefined : { salt: randomBytes(argonSaltBytes), params };
};

/** Two derivations that agree and are not all zero: what a way in is made from. */
export const deriveTwice = async (
  { derive }: Pick<VaultDeps, "derive">,
  password: Uint8Array,
  { salt, params }: KdfRecord,
): Promise<readonly [Uint8Array, Uint8Array] | undefined> => {
  const first = await derive({ kind: "argon2id", password, salt, params });
  const second = await derive({ kind: "argon2id", password, salt, params });
  const sound = first !== undefined && second !== undefined && sameBytes(first, second) && first.some((byte) => byte !== 0);
  if (sound) return [first, second];
  first?.fill(0);
  second?.fill(0);
  return undefined;
};

/** From the store, through a new connection: header → slot → vault key → canary. */
const readBack = async (
  database: Database,
  derived: Uint8Array,
  header: Uint8Array,
  canary: Uint8Array,
): Promise<MadeVault | undefined> => {
  database.close();
  const stored = (await database.headers()).find(({ bytes }) => sameBytes(bytes, header));
  const read = stored === undefined ? "altered" : readHeader(stored.bytes);
  const slotKey = slotKeyOf(derived);
  const slot = typeof read === "string" ? undefined : openSlots([read], slotKey);
  slotKey.wipe();
  if (slot === undefined || stored === undefined) return undefined;
  const box: RowBox = { vaultId: slot.vaultId, keys: keysOf(slot.vaultKey) };
  slot.vaultKey.wipe();
  const [row] = await database.rows([rowName(box, canaryId)]);
  const back = row === undefined ? undefined : openRow(box, canaryId, row);
  return back !== undefined && sameBytes(back, canary) ? { box, headerKey: stored.key } : undefined;
};
