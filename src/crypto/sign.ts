import { sodium } from "./sodium.ts";

/** Ed25519 (RFC 8032): seed and public key 32 bytes, secret key 64 (seed ‖ public key), signature 64. Needs `cryptoReady`. */
export interface SigningKey {
  readonly publicKey: Uint8Array;
  /** Wiped by `wipe`. */ readonly secretKey: Uint8Array;
}

export const signingKeyFromSeed = (seed: Uint8Array): SigningKey => {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
  return { publicKey, secretKey: privateKey };
};

export const sign = (secretKey: Uint8Array, message: Uint8Array): Uint8Array => sodium.crypto_sign_detached(message, secretKey);

export const verifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  publicKey.length === 32 && signature.length === 64 && sodium.crypto_sign_verify_detached(signature, message, publicKey);
