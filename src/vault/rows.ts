import { open, seal } from "../crypto/aead.ts";
import { blake2b } from "../crypto/hash.ts";
import { labels } from "../crypto/labels.ts";
import { subkey } from "../crypto/kdf.ts";
import { reveal, type Secret } from "../crypto/secret.ts";
import { concat, hex, unhex, utf8 } from "../lib/bytes.ts";
import { largeRowBytes, oversizes, paddedSizes, type RowKind } from "./format.ts";

/** Subkeys of one vault. */
export interface VaultKeys {
  readonly log: Secret;
  readonly files: Secret;
  readonly draft: Secret;
  readonly names: Secret;
  readonly inbox: Secret;
}

export const keysOf = (vaultKey: Secret): VaultKeys => ({
  log: subkey(vaultKey, labels.kdf.log),
  files: subkey(vaultKey, labels.kdf.files),
  draft: subkey(vaultKey, labels.kdf.draft),
  names: subkey(vaultKey, labels.kdf.names),
  inbox: subkey(vaultKey, labels.kdf.inbox),
});

export const wipeKeys = (keys: VaultKeys): void => {
  for (const key of [keys.log, keys.files, keys.draft, keys.names, keys.inbox]) key.wipe();
};

/** Whose row it is, and which. `owner`: case id, or file id of a chunk, or `noOwner`. `first`: sequence number of a segment's first entry, else 0. */
export interface RowId {
  readonly kind: RowKind;
  readonly owner: string;
  readonly number: number;
  readonly first: number;
}

/** What one vault needs to name, seal and open its rows. */
export interface RowBox {
  readonly vaultId: string;
  readonly keys: VaultKeys;
}

/** Name of a row in the store: keyed BLAKE2b-128 over kind, owner and number, as 32 hex digits. */
export const rowName = (box: RowBox, id: Omit<RowId, "first">): string =>
  hex(blake2b(16, concat(Uint8Array.of(labels.row[id.kind]), idBytes(id.owner), u64(id.number)), reveal(box.keys.names)));

/** nonce ‖ XChaCha20-Poly1305 of the padded content. Throws RangeError when the content fits no row of its kind. */
export const sealRow = (box: RowBox, id: RowId, content: Uint8Array): Uint8Array<ArrayBuffer> => {
  const padded = new Uint8Array(paddedLength(id.kind, content.length + 4));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, 4);
  return seal(keyFor(box.keys, id.kind), associated(box, id), padded);
};

/** The content; undefined when the row is not the one that was sealed under this id. */
export const openRow = (box: RowBox, id: RowId, sealed: Uint8Array): Uint8Array | undefined => {
  const padded = open(keyFor(box.keys, id.kind), associated(box, id), sealed);
  if (padded === undefined) return undefined;
  const length = new DataView(padded.buffer, padded.byteOffset, padded.length).getUint32(0);
  return padded.subarray(4, 4 + length);
};

/** Which writing of a row this is: the first 12 bytes of its random nonce. A row under a given name with a valid tag and this version is that very row. */
export const versionOf = (sealed: Uint8Array): string => hex(sealed.subarray(0, 12));

const paddedLength = (kind: RowKind, length: number): number => {
  const sizes =
    kind === "keyring"
      ? [largeRowBytes]
      : kind === "segment" || kind === "secret" || kind === "draft" || kind === "head" || kind === "catalogue" || kind === "inbox"
        ? [...paddedSizes, ...oversizes]
        : paddedSizes;
  const size = sizes.find((s) => length <= s);
  if (size === undefined) throw new RangeError(`row too long: ${kind}`);
  return size;
};

const keyFor = (keys: VaultKeys, kind: RowKind): Secret =>
  kind === "keyring" ? keys.files : kind === "draft" ? keys.draft : kind === "inbox" ? keys.inbox : keys.log;

const associated = (box: RowBox, id: RowId): Uint8Array =>
  concat(
    utf8(labels.sealed.row),
    Uint8Array.of(labels.row[id.kind]),
    idBytes(box.vaultId),
    idBytes(id.owner),
    u64(id.number),
    u64(id.first),
  );

/** 32 hex digits → 16 bytes. Ids are checked where they come in; another shape here is a bug. */
export const idBytes = (id: string): Uint8Array => {
  const bytes = unhex(id);
  if (bytes?.length !== 16) throw new Error("not an id");
  return bytes;
};

export const u64 = (n: number): Uint8Array => {
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, BigInt(n));
  return out;
};
