import { decryptWith, encryptWith } from "./aead.ts";
import { pieceNonce } from "./piece-nonce.ts";
import type { Secret } from "./secret.ts";

/**
 * One piece of a long plaintext under a key of its own: nonce = 23-byte big-endian counter ‖ last flag (STREAM, Hoang et al. 2015), so that
 * any piece can be read alone and a cut-off end cannot pass for the end. A key seals each index once.
 */
export const sealPiece = (key: Secret, index: number, last: boolean, associated: Uint8Array, piece: Uint8Array): Uint8Array =>
  encryptWith(key, pieceNonce(index, last), associated, piece);

/** Undefined when the piece, its index or its being the last is not what was sealed. */
export const openPiece = (key: Secret, index: number, last: boolean, associated: Uint8Array, cipher: Uint8Array): Uint8Array | undefined =>
  decryptWith(key, pieceNonce(index, last), associated, cipher);
