import { nonceBytes, open, seal, tagBytes } from "../crypto/aead.ts";
import { blake2b } from "../crypto/hash.ts";
import { hkdfSha256 } from "../crypto/hkdf.ts";
import { argonSaltBytes, subkey, type ArgonParams } from "../crypto/kdf.ts";
import { labels } from "../crypto/labels.ts";
import { randomBytes } from "../crypto/random.ts";
import { reveal, secret, type Secret } from "../crypto/secret.ts";
import { base64, concat, hex, sameBytes, utf8 } from "../lib/bytes.ts";
import { formatVersion, largeRowBytes, slotCount } from "./format.ts";
import { idBytes } from "./rows.ts";

/** How the vault key is wrapped in a slot. Never reused. */
export const slotKinds = { passphrase: 1, recovery: 2, passkey: 3 } as const;
export type SlotKind = keyof typeof slotKinds;

/** What Argon2id was run with; in the device row, and again in each header in case that row is lost. */
export interface KdfRecord {
  readonly salt: Uint8Array;
  readonly params: ArgonParams;
}
export interface Header {
  /** 16 random bytes. */ readonly id: Uint8Array;
  readonly kdf: KdfRecord;
  readonly slots: readonly Uint8Array[];
}
export interface OpenedSlot {
  readonly vaultId: string;
  readonly vaultKey: Secret<"vault-key">;
  readonly kind: SlotKind;
  /** Which of the eight. */ readonly index: number;
  readonly header: Header;
}

const idLength = 16;
const checksumLength = 32;
/** kind ‖ vault key ‖ vault id ‖ zeros */
const slotPlain = 64;
const slotLength = nonceBytes + slotPlain + tagBytes;
const slotsAt = 2 + idLength + argonSaltBytes + 3;

/** The passphrase slot first, the others unused. */
export const makeHeader = (kdf: KdfRecord, slotKey: Secret, vaultKey: Secret, vaultId: string): Uint8Array<ArrayBuffer> => {
  const id = randomBytes(idLength);
  const first = sealSlot(slotKey, { headerId: id, index: 0, kind: "passphrase", vaultKey, vaultId });
  return encodeHeader({ id, kdf, slots: Array.from({ length: slotCount }, (_, i) => (i === 0 ? first : unusedSlot())) });
};

/** Format ‖ id ‖ salt ‖ parameters ‖ slots, then random filler and a checksum over all: each writing of it differs nearly everywhere. */
export const encodeHeader = ({ id, kdf, slots }: Header): Uint8Array<ArrayBuffer> => {
  const { ops, mebibytes } = kdf.params;
  const start = concat(Uint8Array.of(0, formatVersion), id, kdf.salt, Uint8Array.of(ops, mebibytes >> 8, mebibytes & 0xff), ...slots);
  const body = concat(start, randomBytes(largeRowBytes - checksumLength - start.length));
  return concat(body, blake2b(checksumLength, body));
};

/** Which writing of a header this is: no two have the same checksum, because of the filler. As base64. */
export const headerMark = (bytes: Uint8Array): string => base64(bytes.subarray(-checksumLength));

/** Random bytes of a slot's length: nobody can tell it from one in use. */
export const unusedSlot = (): Uint8Array => randomBytes(slotLength);

export interface SlotContent {
  readonly headerId: Uint8Array;
  readonly index: number;
  readonly kind: SlotKind;
  readonly vaultKey: Secret;
  readonly vaultId: string;
}

export const sealSlot = (slotKey: Secret, { headerId, index, kind, vaultKey, vaultId }: SlotContent): Uint8Array => {
  const plain = concat(Uint8Array.of(slotKinds[kind]), reveal(vaultKey), idBytes(vaultId), new Uint8Array(slotPlain - 49));
  const sealed = seal(slotKey, slotData(headerId, index), plain);
  plain.fill(0);
  return sealed;
};

/** Key that opens slots, from what Argon2id gave. */
export const slotKeyOf = (derived: Uint8Array): Secret => {
  const parent = secret("passphrase-key", derived);
  const key = subkey(parent, labels.kdf.slot);
  parent.wipe();
  return key;
};

/** Key that opens a passkey's slots, from its 32 bytes of PRF output, which are as good as random: no Argon2id, and so no salt. */
export const passkeySlotKey = (output: Uint8Array): Secret =>
  secret("passkey-key", hkdfSha256(output, new Uint8Array(), utf8(labels.hkdf.passkey), 32));

export const readHeader = (bytes: Uint8Array): Header | "newer" | "altered" => {
  if (bytes.length < 2) return "altered";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const body = bytes.subarray(0, -checksumLength);
  if (!sameBytes(blake2b(checksumLength, body), bytes.subarray(-checksumLength))) return "altered";
  if (view.getUint16(0) !== formatVersion) return "newer";
  const saltAt = 2 + idLength;
  const opsAt = saltAt + argonSaltBytes;
  return {
    id: bytes.subarray(2, saltAt),
    kdf: { salt: bytes.slice(saltAt, opsAt), params: { ops: view.getUint8(opsAt), mebibytes: view.getUint16(opsAt + 1) } },
    slots: Array.from({ length: slotCount }, (_, i) => bytes.subarray(slotsAt + i * slotLength, slotsAt + (i + 1) * slotLength)),
  };
};

/** Tries every slot of every header, also after one has opened: the time must not tell how many vaults there are, or which. */
export const openSlots = (headers: readonly Header[], slotKey: Secret): OpenedSlot | undefined => {
  let found: OpenedSlot | undefined;
  for (const header of headers) {
    for (const [index, slot] of header.slots.entries()) {
      const plain = open(slotKey, slotData(header.id, index), slot);
      const kind = plain === undefined ? undefined : kindOf(plain[0]);
      if (plain === undefined || kind === undefined) continue;
      found = { vaultKey: secret("vault-key", plain.slice(1, 33)), vaultId: hex(plain.subarray(33, 49)), kind, index, header };
      plain.fill(0);
    }
  }
  return found;
};

const kinds: readonly SlotKind[] = ["passphrase", "recovery", "passkey"];
export const kindOf = (number: unknown): SlotKind | undefined => kinds.find((kind) => slotKinds[kind] === number);

const slotData = (headerId: Uint8Array, index: number): Uint8Array => concat(utf8(labels.sealed.slot), headerId, Uint8Array.of(index));
