import { deriveHere, type DeriveKey } from "../../src/crypto/kdf-worker.ts";
import { hex } from "../../src/lib/bytes.ts";
import type { Scrypt } from "../../src/export/age/passphrase.ts";

const derivations = new Map<string, Uint8Array | undefined>();

/** The real derivation in this thread, each different request once: what is slow by design need not be so twice. Tests that count bring their own. */
export const derive: DeriveKey = async (request) => {
  const key = JSON.stringify([request, hex(request.password), hex(request.salt)]);
  if (!derivations.has(key)) derivations.set(key, (await deriveHere(request)) ?? undefined);
  return derivations.get(key)?.slice();
};

/** scrypt by the same rule. */
export const scryptOnce: Scrypt = (password, salt, logN) => derive({ kind: "scrypt", password, salt, logN });
