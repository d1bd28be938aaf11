import { expose, proxy } from "comlink";
import { scryptHere } from "../../../src/crypto/scrypt.ts";
import { makeBackups } from "../../../src/export/backup/backups.ts";
import { vaultSurface } from "../../../src/vault/surface.ts";
import { makeVault } from "../../../src/vault/vault.ts";
import { derive } from "../../support/derive.ts";

/** As `src/worker.ts`, with little work for passphrases and words, on the database that its address names. */
let now = 0;
const { vault, backup } = makeVault({
  name: new URL(self.location.href).searchParams.get("store") ?? "kills",
  derive,
  now: () => (now += 2_000),
});
const backups = makeBackups({
  vault: backup,
  scrypt: (passphrase, salt, logN) => Promise.resolve(scryptHere(passphrase, salt, logN)),
  logN: 4,
});
expose({ vault: vaultSurface(vault), backups: proxy(backups) });
