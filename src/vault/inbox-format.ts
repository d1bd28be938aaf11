import { labels } from "../crypto/labels.ts";
import type { SealOnly } from "../crypto/seal-only.ts";
import { base64, concat, fromUtf8, hex, unbase64, unhex, utf8 } from "../lib/bytes.ts";
import { formatVersion, isId, paddedSizes } from "./format.ts";
import { asFields, isCount, isText } from "./fields.ts";
import type { NotKept } from "./inbox-types.ts";

/** Where what is shared goes: the clear `inbox` row. `state` moves on with every note; from it nobody can work out the names of earlier ones. */
export interface InboxAddress {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly state: Uint8Array<ArrayBuffer>;
}

const notKeptReasons = ["too-large", "wrong-kind", "too-many", "no-room", "cut", "lost"] as const satisfies readonly NotKept[];

/** One note: an item has begun (its pieces may lie there), is whole, or was not kept. */
export interface Note {
  readonly is: "begun" | "whole" | NotKept;
  readonly item: string;
  /** What came together has the same one. */ readonly share: string;
  /** Milliseconds by the device's clock. */ readonly at: number;
  readonly name: string;
  /** As whoever shared it says. */ readonly type: string;
  /** It came as words, not as a file. */ readonly words: boolean;
  /** Bytes; 0 until it is known. */ readonly size: number;
  readonly key: Uint8Array<ArrayBuffer>;
}

/** Largest file that is taken, largest share, and how much shared text. */
export const inboxLimits = { file: 200 * 1024 * 1024, share: 500 * 1024 * 1024, words: 100_000, items: 50, notes: 100 } as const;
export const pieceBytes = 1024 * 1024;
export const mostPieces = Math.ceil(inboxLimits.file / pieceBytes);
/** A sealed note is as long as the smallest row of any other kind: nonce 24 ‖ 4 KiB ‖ tag 16. */
const noteBytes = 4_096 + 40 - 48;
const nameLength = 255;

export const nameOfNote = (sealer: SealOnly, state: Uint8Array): string => hex(sealer.blake2b(16, Uint8Array.of(labels.inbox.name), state));
export const nextState = (sealer: SealOnly, state: Uint8Array): Uint8Array<ArrayBuffer> =>
  sealer.blake2b(32, Uint8Array.of(labels.inbox.next), state);
export const nameOfPiece = (sealer: SealOnly, key: Uint8Array, index: number): string =>
  hex(sealer.blake2b(16, concat(Uint8Array.of(labels.inbox.piece), u64(index)), key));

export const pieceData = (item: string, index: number): Uint8Array =>
  concat(utf8(labels.sealed.shared), unhex(item) ?? new Uint8Array(), u64(index));
export const piecesOf = (size: number): number => Math.max(1, Math.ceil(size / pieceBytes));

/** Zeros behind the last piece, so that its row is as long as some row of another kind. */
export const paddedPiece = (piece: Uint8Array): Uint8Array => {
  const small = paddedSizes.find((size) => piece.length <= size);
  const length = small === undefined ? Math.min(pieceBytes, Math.ceil(piece.length / 65_536) * 65_536) : small + 24;
  const out = new Uint8Array(Math.max(length, piece.length));
  out.set(piece);
  return out;
};

const u64 = (n: number): Uint8Array => {
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, BigInt(n));
  return out;
};

export const encodeNote = ({ key, name, ...note }: Note): Uint8Array => {
  // Half a character would become another one.
  const fields = {
    ...note,
    name: name.slice(0, nameLength).toWellFormed(),
    type: note.type.slice(0, 100),
    key: base64(key),
    v: formatVersion,
  };
  const text = utf8(JSON.stringify(fields));
  const out = new Uint8Array(noteBytes);
  new DataView(out.buffer).setUint32(0, text.length);
  out.set(text, 4);
  return out;
};

/** undefined for whatever this version did not write: anybody who has the public key can seal something to it. */
export const decodeNote = (bytes: Uint8Array): Note | undefined => {
  if (bytes.length !== noteBytes) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const text = length > noteBytes - 4 ? undefined : fromUtf8(bytes.subarray(4, 4 + length));
  return text === undefined ? undefined : readNote(parsed(text));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isKind = (is: unknown): is is Note["is"] => is === "begun" || is === "whole" || notKeptReasons.some((why) => why === is);

/** Of a note, or of an item in the inbox's own row, which has the same fields. */
export const readNote = (value: unknown): Note | undefined => {
  const { is, item, share, at, name, type, words, size, key: text, v } = asFields(value) ?? {};
  const key = isText(text) ? unbase64(text) : undefined;
  return isKind(is) &&
    isId(item) &&
    isId(share) &&
    isCount(at) &&
    isText(name) &&
    isText(type) &&
    isCount(size) &&
    size <= inboxLimits.file &&
    typeof words === "boolean" &&
    key?.length === 32 &&
    (v === undefined || v === formatVersion)
    ? { is, item, share, at, name, type, words, size, key }
    : undefined;
};

export const readAddress = (stored: unknown): InboxAddress | undefined => {
  const { publicKey, state } = asFields(stored) ?? {};
  const is32 = (bytes: unknown): bytes is Uint8Array<ArrayBuffer> => bytes instanceof Uint8Array && bytes.length === 32;
  return is32(publicKey) && is32(state) ? { publicKey, state } : undefined;
};
export const inboxKey = "inbox";
