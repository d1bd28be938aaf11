import type { Secret } from "../crypto/secret.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { sameBytes } from "../lib/bytes.ts";
import { deriveTwice, isShort } from "./create.ts";
import { findSlot, type FoundSlot } from "./find-slot.ts";
import { encodeHeader, passkeySlotKey, sealSlot, slotKeyOf, unusedSlot, type SlotKind } from "./header.ts";
import { opensAny } from "./opens.ts";
import { recoveryBytes, typedBytes } from "./recovery.ts";
import { rowName } from "./rows.ts";
import { writeAs, type Session } from "./session.ts";
import type { VaultError, WayIn } from "./types.ts";
import type { VaultDeps } from "./unlock.ts";
import { freeSlot, headerOf, isWayName, readWays, sorted, waysId, waysRow } from "./ways.ts";

/** Bytes of PRF output. */
const passkeyBytes = 32;

/** Slots to write anew, and the list of ways in as it then is (undefined: it cannot be read, and stays as it lies there). */
interface Rewritten {
  readonly slots: ReadonlyMap<number, Uint8Array>;
  readonly ways: readonly WayIn[] | undefined;
}

/**
 * Replaces the passphrase: the slot that `current` opened if that is one, else the first passphrase there is, else a free slot. Works also when the
 * list of ways in is damaged, as long as `current` is the passphrase itself.
 */
export const changePassphrase = (deps: VaultDeps, session: Session, current: string, next: string): Promise<Result<null, VaultError>> =>
  rewriting(deps, session, current, async (found) => {
    if (isShort(next)) return err({ code: "vault-passphrase-short" });
    const ways = await readWays(session);
    if (!ways.ok && found.slot.kind !== "passphrase") return ways;
    const known = ways.ok ? ways.value : [];
    const slot =
      found.slot.kind === "passphrase" ? found.slot.index : (known.find(({ kind }) => kind === "passphrase")?.slot ?? freeSlot(known));
    if (slot === undefined) return err({ code: "vault-ways-full" });
    const sealed = await wrapped(deps, session, found, slot, "passphrase", next);
    const name = known.find((way) => way.slot === slot)?.name ?? "";
    const others = known.filter((way) => way.slot !== slot);
    const list = ways.ok ? sorted([...others, { slot, kind: "passphrase", name }]) : undefined;
    return sealed.ok ? ok({ slots: new Map([[slot, sealed.value]]), ways: list }) : sealed;
  }).then((done) => (done.ok ? ok(null) : done));

/** Twelve words as another way in. */
export const addRecovery = (
  deps: VaultDeps,
  session: Session,
  current: string,
  words: readonly string[],
  name: string,
): Promise<Result<readonly WayIn[], VaultError>> =>
  rewriting(deps, session, current, async (found) => {
    const typed = words.join(" ");
    if (recoveryBytes(typed) === undefined) return err({ code: "vault-not-found", where: "words" });
    return another(session, "recovery", name, (slot) => wrapped(deps, session, found, slot, "recovery", typed));
  });

/** What a passkey gave (32 bytes) as another way in. */
export const addPasskey = (
  deps: VaultDeps,
  session: Session,
  current: string,
  output: Uint8Array,
  name: string,
): Promise<Result<readonly WayIn[], VaultError>> =>
  rewriting(deps, session, current, async (found) => {
    if (output.length !== passkeyBytes || output.every((byte) => byte === 0)) return err({ code: "vault-device-unfit", where: "passkey" });
    return another(session, "passkey", name, (slot) => sealedFor(session, found, slot, "passkey", passkeySlotKey(output)));
  });

/** One more way in, in the first slot that is free. */
const another = async (
  session: Session,
  kind: SlotKind,
  name: string,
  seal: (slot: number) => Promise<Result<Uint8Array, VaultError>>,
): Promise<Result<Rewritten, VaultError>> => {
  if (!isWayName(name)) return err({ code: "vault-too-large", where: "name" });
  const ways = await readWays(session);
  if (!ways.ok) return ways;
  const slot = freeSlot(ways.value);
  if (slot === undefined) return err({ code: "vault-ways-full" });
  const sealed = await seal(slot);
  return sealed.ok ? ok({ slots: new Map([[slot, sealed.value]]), ways: sorted([...ways.value, { slot, kind, name }]) }) : sealed;
};

export const removeWay = (
  deps: VaultDeps,
  session: Session,
  current: string,
  slot: number,
): Promise<Result<readonly WayIn[], VaultError>> =>
  rewriting(deps, session, current, async () => {
    const ways = await readWays(session);
    if (!ways.ok) return ways;
    const left = ways.value.filter((way) => way.slot !== slot);
    if (left.length === ways.value.length) return err({ code: "vault-not-found", where: "way" });
    // A passkey lives in somebody's account and can vanish from it: it is never the only way in.
    return left.every(({ kind }) => kind === "passkey")
      ? err({ code: "vault-last-way" })
      : ok({ slots: new Map([[slot, unusedSlot()]]), ways: left });
  });

/** The name is the person's own, sealed in the vault; the header stays as it is. */
export const renameWay = async (session: Session, slot: number, name: string): Promise<Result<readonly WayIn[], VaultError>> => {
  if (!isWayName(name)) return err({ code: "vault-too-large", where: "name" });
  const ways = await readWays(session);
  if (!ways.ok) return ways;
  if (ways.value.every((way) => way.slot !== slot)) return err({ code: "vault-not-found", where: "way" });
  const renamed = ways.value.map((way) => (way.slot === slot ? { ...way, name } : way));
  const written = await writeAs(session, { put: [waysRow(session, await headerOf(session), renamed)] });
  return written.ok ? ok(renamed) : written;
};

/** The vault key sealed for a slot under what was typed, derived twice: a way in that this device computes wrongly would open nothing. */
const wrapped = async (
  deps: VaultDeps,
  session: Session,
  found: FoundSlot,
  index: number,
  kind: SlotKind,
  typed: string,
): Promise<Result<Uint8Array, VaultError>> => {
  const password = typedBytes(typed);
  const derived = await deriveTwice(deps, password, found.kdf);
  password.fill(0);
  if (derived === undefined) return err({ code: "vault-device-unfit", where: "argon2id" });
  derived[1].fill(0);
  return sealedFor(session, found, index, kind, slotKeyOf(derived[0]));
};

/** Wipes the slot key. */
const sealedFor = async (
  session: Session,
  { slot }: FoundSlot,
  index: number,
  kind: SlotKind,
  slotKey: Secret,
): Promise<Result<Uint8Array, VaultError>> => {
  if (opensAny(await session.database.headers(), slotKey, session.vaultId)) {
    slotKey.wipe();
    return err({ code: "vault-passphrase-used" });
  }
  const sealed = sealSlot(slotKey, { headerId: slot.header.id, index, kind, vaultKey: slot.vaultKey, vaultId: slot.vaultId });
  slotKey.wipe();
  return ok(sealed);
};

/**
 * Whoever holds an open phone for a minute must not change who can open it: so a way in is asked for again. Then header and list of ways are
 * written in one transaction, and the header is read back through a new connection; should the store have kept something else, the old one is put back.
 */
const rewriting = async (
  deps: VaultDeps,
  session: Session,
  current: string,
  change: (found: FoundSlot) => Promise<Result<Rewritten, VaultError>>,
): Promise<Result<readonly WayIn[], VaultError>> => {
  const found = await findSlot(deps, session.database, current);
  if (!found.ok) return found;
  const { slot, headerKey } = found.value;
  // Another vault of this browser: nothing is said about it.
  const rewritten = slot.vaultId === session.vaultId ? await change(found.value) : err({ code: "vault-wrong-passphrase" } as const);
  slot.vaultKey.wipe();
  if (!rewritten.ok) return rewritten;
  const { slots, ways } = rewritten.value;
  const { header } = slot;
  const bytes = encodeHeader({ ...header, slots: header.slots.map((old, index) => slots.get(index) ?? old) });
  const [before, list] = [await headerOf(session), rowName(session, waysId)];
  const [listBefore] = await session.database.rows([list]);
  const written = await writeAs(session, {
    putHeader: { key: headerKey, bytes },
    ...(ways === undefined ? {} : { put: [waysRow(session, bytes, ways)] }),
  });
  if (!written.ok) return written;
  session.database.close();
  const stored = (await session.database.headers()).find(({ key }) => key === headerKey);
  if (stored !== undefined && sameBytes(stored.bytes, bytes)) return ok(ways ?? []);
  await writeAs(session, {
    putHeader: { key: headerKey, bytes: new Uint8Array(before) },
    ...(listBefore === undefined ? {} : { put: [[list, new Uint8Array(listBefore)]] }),
  });
  return err({ code: "vault-device-unfit", where: "header" });
};
