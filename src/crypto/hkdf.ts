import { concat } from "../lib/bytes.ts";
import { hmacSha256 } from "./hmac.ts";

/** HKDF-SHA-256 (RFC 5869), extract then expand. `length` in bytes, at most 8,160. An empty salt means 32 zero bytes. Needs `cryptoReady`. */
export const hkdfSha256 = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array<ArrayBuffer> => {
  if (!Number.isInteger(length) || length < 1 || length > 255 * 32) throw new RangeError("hkdf: length");
  const key = hmacSha256(salt.length === 0 ? new Uint8Array(32) : salt, secret);
  const blocks: Uint8Array[] = [];
  let previous: Uint8Array = new Uint8Array(0);
  for (let counter = 1; blocks.length * 32 < length; counter++) {
    previous = hmacSha256(key, previous, info, Uint8Array.of(counter));
    blocks.push(previous);
  }
  return concat(...blocks).slice(0, length);
};
