import { blake2b } from "./hash.ts";
import { pieceNonce } from "./piece-nonce.ts";
import type { SealOnly } from "./seal-only.ts";
import { reveal, secret, type Secret } from "./secret.ts";
import { sodium } from "./sodium.ts";
import { x25519Public } from "./x25519.ts";
import { randomBytes } from "./random.ts";

/** An X25519 key pair for sealed boxes. Needs `cryptoReady`. */
export const boxPair = (): { readonly publicKey: Uint8Array<ArrayBuffer>; readonly secretKey: Secret } => {
  const secretKey = secret("inbox-key", randomBytes(32));
  return { publicKey: boxPublic(secretKey), secretKey };
};

export const boxPublic = (secretKey: Secret): Uint8Array<ArrayBuffer> => new Uint8Array(x25519Public(reveal(secretKey)));

/** Opens what `sealTo` made for this key; undefined when it was not made for it, or was changed. */
export const openBox = (secretKey: Secret, sealed: Uint8Array): Uint8Array | undefined => {
  if (sealed.length < sodium.crypto_box_SEALBYTES) return undefined;
  try {
    return sodium.crypto_box_seal_open(sealed, boxPublic(secretKey), reveal(secretKey));
  } catch {
    return undefined;
  }
};

/** `SealOnly` by the whole library. Needs `cryptoReady`. */
export const wholeSealer: SealOnly = {
  blake2b,
  sealTo: (publicKey, plain) => new Uint8Array(sodium.crypto_box_seal(plain, publicKey)),
  sealPiece: (key, index, last, associated, piece) =>
    new Uint8Array(sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(piece, associated, null, pieceNonce(index, last), key)),
};
