import { sodium } from "./sodium.ts";

/** ChaCha20-Poly1305 (RFC 8439): 32-byte key, 12-byte nonce, 16-byte tag at the end, no associated data: what age uses. Needs `cryptoReady`. */
export const chachaTagBytes = 16;

export const chachaSeal = (key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array): Uint8Array =>
  sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plaintext, null, null, nonce, key);

/** undefined when the tag does not fit: another key or nonce, or changed bytes. */
export const chachaOpen = (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | undefined => {
  // The wrapper throws for a short input and for a wrong tag; both are the same answer here.
  if (sealed.length < chachaTagBytes) return undefined;
  try {
    return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key);
  } catch {
    return undefined;
  }
};
