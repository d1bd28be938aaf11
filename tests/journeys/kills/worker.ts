import { expose } from "comlink";
import { deriveHere } from "../../../src/crypto/kdf-worker.ts";
import { vaultSurface } from "../../../src/vault/surface.ts";
import { makeVault } from "../../../src/vault/vault.ts";

/** As `src/worker.ts`, with real Argon2id at its floor (by this clock a derivation takes two seconds) and in this very worker: many openings. */
let now = 0;
const { vault } = makeVault({
  name: "kills",
  derive: async (request) => (await deriveHere(request)) ?? undefined,
  now: () => (now += 2_000),
});
expose({ vault: vaultSurface(vault) });
