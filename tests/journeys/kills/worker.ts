import { expose } from "comlink";
import { vaultSurface } from "../../../src/vault/surface.ts";
import { makeVault } from "../../../src/vault/vault.ts";
import { derive } from "../../support/derive.ts";

/** As `src/worker.ts`, with real Argon2id at its floor (by this clock a derivation takes two seconds) and in this very worker: many openings. */
let now = 0;
const { vault } = makeVault({
  name: "kills",
  derive,
  now: () => (now += 2_000),
});
expose({ vault: vaultSurface(vault) });
