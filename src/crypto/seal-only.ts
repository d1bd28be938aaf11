/**
 * What sealing for the inbox takes, and nothing that opens: keyed hash, sealed box, one piece under a key of its own. The vault worker has it from
 * the whole library (sealed-box.ts), the service worker from its raw core (small-sodium.ts); a test shows that both give the same.
 */
export interface SealOnly {
  /** BLAKE2b of `length` bytes (16 to 64), keyed. */
  readonly blake2b: (length: number, bytes: Uint8Array, key: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** crypto_box_seal: 48 bytes longer; only the owner of the X25519 key opens it, and nobody can tell who sealed. */
  readonly sealTo: (publicKey: Uint8Array, plain: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** As stream.ts `sealPiece`: 16 bytes longer. */
  readonly sealPiece: (key: Uint8Array, index: number, last: boolean, associated: Uint8Array, piece: Uint8Array) => Uint8Array<ArrayBuffer>;
}
