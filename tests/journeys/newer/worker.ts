import { expose } from "comlink";
import { deriveHere } from "../../../src/crypto/kdf-worker.ts";
import { storageName } from "../../../src/lib/app-id.ts";
import { vaultSurface } from "../../../src/vault/surface.ts";
import { makeVault } from "../../../src/vault/vault.ts";

/** As `src/worker.ts`, over the app's own store, with Argon2id at its floor: what a newer version of the app might have written. */
let now = 0;
const { vault } = makeVault({
  name: storageName("vault"),
  derive: async (request) => (await deriveHere(request)) ?? undefined,
  now: () => (now += 2_000),
});
expose({ vault: vaultSurface(vault) });
