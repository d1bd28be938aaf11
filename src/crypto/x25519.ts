import { sodium } from "./sodium.ts";

/** X25519 (RFC 7748). Keys and shares are 32 bytes. Needs `cryptoReady`. */
export const x25519Public = (secret: Uint8Array): Uint8Array => sodium.crypto_scalarmult_base(secret);

/** Shared secret; undefined when it is all zero, that is, when the other share is a point of low order. */
export const x25519Shared = (secret: Uint8Array, share: Uint8Array): Uint8Array | undefined => {
  try {
    const shared = sodium.crypto_scalarmult(secret, share);
    return shared.some((byte) => byte !== 0) ? shared : undefined;
  } catch {
    return undefined;
  }
};
