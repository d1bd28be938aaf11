import { expose } from "comlink";
import { deriveHere } from "../../../src/crypto/kdf-worker.ts";
import { vaultSurface } from "../../../src/vault/surface.ts";
import { makeVault } from "../../../src/vault/vault.ts";

/** A vault worker that ends at a word, as one that the browser ends: without an error, and with calls under way. */
self.addEventListener("message", ({ data }) => {
  if (data === "end") self.close();
});
const { vault } = makeVault({
  name: "dying",
  derive: async (request) => (await deriveHere(request)) ?? undefined,
  now: () => performance.now(),
});
expose({ vault: vaultSurface(vault) });
