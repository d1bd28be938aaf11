import { sodium } from "./sodium.ts";

/** HMAC-SHA-256 (RFC 2104, FIPS 198-1) with a key of any length; 32 bytes. Needs `cryptoReady`. */
export const hmacSha256 = (key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array => {
  const state = sodium.crypto_auth_hmacsha256_init(key);
  for (const part of parts) sodium.crypto_auth_hmacsha256_update(state, part);
  return sodium.crypto_auth_hmacsha256_final(state);
};

/** Compares two tags of equal length in constant time. */
export const sameTag = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && sodium.memcmp(a, b);
