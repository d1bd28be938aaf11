import { err, ok, type Result } from "../lib/result.ts";
import type { Database } from "./database.ts";
import { defaultSettings, isKdfRecord, readDeviceRow, sameKdf, type DeviceRow } from "./device-row.ts";
import { openSlots, passkeySlotKey, readHeader, slotKeyOf, type Header, type KdfRecord, type OpenedSlot } from "./header.ts";
import { typedBytes } from "./recovery.ts";
import { devicePatience, patiently } from "./tries.ts";
import type { VaultError } from "./types.ts";
import type { VaultDeps } from "./unlock.ts";

/** The slot that what was typed opens. */
export interface FoundSlot {
  readonly slot: OpenedSlot;
  /** Key of its header's row. */ readonly headerKey: number;
  readonly kdf: KdfRecord;
  /** The device row to write back, when it was lost. */ readonly restore: DeviceRow | undefined;
}

/** Every header as it lies there, and the clear row. */
interface Surroundings {
  readonly rows: readonly { readonly key: number; readonly read: ReturnType<typeof readHeader> }[];
  readonly headers: readonly Header[];
  readonly stored: Exclude<ReturnType<typeof readDeviceRow>, "newer">;
  /** What the first derivation is made with. */ readonly kdf: KdfRecord;
}

const lookAround = async (database: Database): Promise<Result<Surroundings, VaultError>> => {
  if (!(await database.exists())) return err({ code: "vault-missing" });
  const rows = (await database.headers()).map(({ key, bytes }) => ({ key, read: readHeader(bytes) }));
  if (rows.length === 0) return err({ code: "vault-missing" });
  const headers = rows.map(({ read }) => read).filter((header): header is Header => typeof header !== "string");
  const stored = readDeviceRow(await database.device());
  if (stored === "newer" || (headers.length === 0 && rows.some(({ read }) => read === "newer"))) return err({ code: "vault-newer" });
  const kdf = kdfOf(stored) ?? headers.map((header) => header.kdf).find(isKdfRecord);
  if (kdf === undefined) return err({ code: "vault-damaged", where: headers.length === 0 ? "header" : "device" });
  return ok({ rows, headers, stored, kdf });
};

const kdfOf = (stored: Surroundings["stored"]): KdfRecord | undefined =>
  typeof stored === "string" || stored.kdf === null ? undefined : stored.kdf;

/**
 * One derivation, then every slot of every header. Only when nothing opens and a header was made with other salt or parameters than the clear row
 * says, one more for each of these: a flipped bit in that row must not pass for a wrong passphrase. The caller wipes the vault key.
 */
export const findSlot = async (deps: VaultDeps, database: Database, typed: string): Promise<Result<FoundSlot, VaultError>> => {
  const around = await lookAround(database);
  if (!around.ok) return around;
  const { rows, headers, kdf } = around.value;
  const password = typedBytes(typed);
  const tried = await patiently(deps.patience ?? devicePatience, database, async () => {
    const value = await openWith(deps, headers, password, kdf);
    // With a damaged header nobody can say that it was the wrong one.
    return { isWrong: value === undefined && rows.every(({ read }) => read !== "altered"), value };
  });
  password.fill(0);
  if (!tried.ok) return tried;
  if (tried.value === "unfit") return err({ code: "vault-device-unfit", where: "memory" });
  return foundIn(around.value, tried.value, { code: "vault-wrong-passphrase" });
};

/**
 * What a passkey gave is as good as random and cannot be guessed: nothing is derived slowly, and no try is counted. All slots of all headers are
 * tried here too.
 */
export const findPasskeySlot = async (database: Database, output: Uint8Array): Promise<Result<FoundSlot, VaultError>> => {
  const around = await lookAround(database);
  if (!around.ok) return around;
  const slotKey = passkeySlotKey(output);
  const slot = openSlots(around.value.headers, slotKey);
  slotKey.wipe();
  return foundIn(around.value, slot && { slot, kdf: around.value.kdf }, { code: "vault-wrong-passkey" });
};

/** The opened slot with what belongs to it, or why there is none. */
const foundIn = (
  { rows, stored }: Surroundings,
  opened: Pick<FoundSlot, "slot" | "kdf"> | undefined,
  wrong: VaultError,
): Result<FoundSlot, VaultError> => {
  const headerKey = rows.find(({ read }) => read === opened?.slot.header)?.key;
  if (opened === undefined || headerKey === undefined) {
    if (rows.some(({ read }) => read === "altered")) return err({ code: "vault-damaged", where: "header" });
    return err(rows.some(({ read }) => read === "newer") ? { code: "vault-newer" } : wrong);
  }
  const settings = typeof stored === "string" ? defaultSettings : stored.settings;
  const kept = kdfOf(stored);
  return ok({ ...opened, headerKey, restore: kept !== undefined && sameKdf(opened.kdf, kept) ? undefined : { settings, kdf: opened.kdf } });
};

/** `unfit`: not even the first derivation could be run. */
const openWith = async (
  deps: VaultDeps,
  headers: readonly Header[],
  password: Uint8Array,
  first: KdfRecord,
): Promise<Pick<FoundSlot, "slot" | "kdf"> | "unfit" | undefined> => {
  const others = headers.map(({ kdf }) => kdf).filter((kdf) => isKdfRecord(kdf) && !sameKdf(kdf, first));
  const records = [first, ...others.filter((kdf, i) => others.findIndex((other) => sameKdf(other, kdf)) === i)];
  for (const kdf of records) {
    const derived = await deps.derive({ kind: "argon2id", password, salt: kdf.salt, params: kdf.params });
    if (derived === undefined && kdf === first) return "unfit";
    if (derived === undefined) continue;
    const slotKey = slotKeyOf(derived);
    const slot = openSlots(headers, slotKey);
    slotKey.wipe();
    if (slot !== undefined) return { slot, kdf };
  }
  return undefined;
};
