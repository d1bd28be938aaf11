import { rawSodium } from "./raw.ts";
import { sodium } from "./sodium.ts";

/** Inputs up to this size are hashed in one place of libsodium's memory that is kept: a log of 30,000 entries is 60,000 small hashes. */
const roomBytes = 4_096;
const digestBytes = 32;
let room: number | undefined;

/** SHA-256, 32 bytes (FIPS 180-4), of the parts one after another. Synchronous; for small inputs. Needs `cryptoReady`. */
export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  let length = 0;
  for (const part of parts) length += part.length;
  if (length > roomBytes) return sha256Whole(parts);
  const raw = rawSodium();
  room ??= newRoom();
  let at = room + digestBytes;
  for (const part of parts) {
    raw.HEAPU8.set(part, at);
    at += part.length;
  }
  raw._crypto_hash_sha256(room, room + digestBytes, length, 0);
  return raw.HEAPU8.slice(room, room + digestBytes);
};

const newRoom = (): number => {
  const at = rawSodium()._malloc(digestBytes + roomBytes);
  if (at === 0) throw new Error("sha256: out of memory");
  return at;
};

const sha256Whole = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const stream = sha256Stream();
  for (const part of parts) stream.update(part);
  return stream.digest();
};

/** SHA-256 of bytes that arrive in pieces. `digest` ends it. */
export interface Sha256Stream {
  readonly update: (piece: Uint8Array) => void;
  readonly digest: () => Uint8Array<ArrayBuffer>;
}

export const sha256Stream = (): Sha256Stream => {
  const state = sodium.crypto_hash_sha256_init();
  return {
    update: (piece) => sodium.crypto_hash_sha256_update(state, piece),
    digest: () => new Uint8Array(sodium.crypto_hash_sha256_final(state)),
  };
};

/** BLAKE2b (RFC 7693), `length` bytes from 16 to 64; keyed when a key of 16 to 64 bytes is given. */
export const blake2b = (length: number, bytes: Uint8Array, key?: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(sodium.crypto_generichash(length, bytes, key ?? null));
