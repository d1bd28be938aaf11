import { sodium } from "./sodium.ts";

/**
 * scrypt (RFC 7914) with r = 8, p = 1 and N = 2^logN; 32 bytes. Blocks its thread and takes 2^(logN + 10) bytes, which a WebAssembly heap
 * never gives back: call it in a worker that is thrown away. Needs `cryptoReady`.
 */
export const scryptHere = (passphrase: Uint8Array, salt: Uint8Array, logN: number): Uint8Array =>
  sodium.crypto_pwhash_scryptsalsa208sha256_ll(passphrase, salt, 2 ** logN, 8, 1, 32);
