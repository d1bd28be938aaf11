import { concat } from "../lib/bytes.ts";
import { randomBytes } from "./random.ts";
import { reveal, type Secret } from "./secret.ts";
import { sodium } from "./sodium.ts";

export const nonceBytes = 24;
export const tagBytes = 16;

/** XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) with a random nonce: nonce ‖ ciphertext ‖ tag. Needs `cryptoReady`. */
export const seal = (key: Secret, associated: Uint8Array, plain: Uint8Array): Uint8Array<ArrayBuffer> => {
  const nonce = randomBytes(nonceBytes);
  return concat(nonce, encryptWith(key, nonce, associated, plain));
};

/** Opens what `seal` made; undefined when any bit of it or of the associated data is not what was sealed. */
export const open = (key: Secret, associated: Uint8Array, sealed: Uint8Array): Uint8Array | undefined =>
  decryptWith(key, sealed.subarray(0, nonceBytes), associated, sealed.subarray(nonceBytes));

/** With a given nonce, which must never be used twice under one key. */
export const encryptWith = (key: Secret, nonce: Uint8Array, associated: Uint8Array, plain: Uint8Array): Uint8Array =>
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, associated, null, nonce, reveal(key));

export const decryptWith = (key: Secret, nonce: Uint8Array, associated: Uint8Array, cipher: Uint8Array): Uint8Array | undefined => {
  const bytes = reveal(key);
  if (nonce.length !== nonceBytes || cipher.length < tagBytes) return undefined;
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, cipher, associated, nonce, bytes);
  } catch (thrown) {
    // The library throws the same kind of error for a wrong tag and for misuse; only the first is an answer.
    if (bytes.length !== sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES) throw thrown;
    return undefined;
  }
};
