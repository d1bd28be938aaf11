import "./vault/disarm.ts";
import { expose, proxy } from "comlink";
import { deriveApart, scryptApart, serveKdf } from "./crypto/kdf-worker.ts";
import { scriptUrl } from "./device/trusted-types.ts";
import { makeFingerprinter } from "./evidence/fingerprinter.ts";
import { makeKeptReader } from "./evidence/kept.ts";
import { evidenceReader } from "./evidence/reader.ts";
import { strip, unstrippable } from "./evidence/strip/strip.ts";
import { makeBackups } from "./export/backup/backups.ts";
import { makeExporter } from "./export/exporter.ts";
import { exporterSurface } from "./export/surface.ts";
import { storageName } from "./lib/app-id.ts";
import { instantFromMs } from "./lib/time.ts";
import { coveringSurface } from "./worker-covering.ts";
import { sharedSurface } from "./worker-shared.ts";
import { chunkBytes } from "./vault/format.ts";
import { vaultSurface } from "./vault/surface.ts";
import { makeVault } from "./vault/vault.ts";

/** The same script serves twice, told apart by the worker's name: so the throw-away worker needs no second copy of libsodium to be fetched. */
const kdfName = "kdf";

if (self.name === kdfName) serveKdf();
else {
  const derive = deriveApart(() => new Worker(scriptUrl(self.location.href), { type: "module", name: kdfName }));
  const { vault, disclose, backup, shared } = makeVault({ name: storageName("vault"), derive, now: () => performance.now() });
  const exporter = makeExporter({
    disclose: async (caseId) => {
      const source = await disclose(caseId);
      return source.ok ? source.value : undefined;
    },
    scrypt: scryptApart(derive),
    now: () => instantFromMs(Date.now()),
    copier: { unfit: unstrippable, copy: strip },
  });
  const backups = makeBackups({ vault: backup, scrypt: scryptApart(derive) });
  const fingerprints = makeFingerprinter({ pieceBytes: chunkBytes, read: vault.readChunk });
  const kept = makeKeptReader(vault.readFile);
  expose({
    vault: vaultSurface(vault),
    evidence: proxy(evidenceReader),
    covering: coveringSurface(vault),
    fingerprints: proxy(fingerprints),
    kept: proxy(kept),
    shared: sharedSurface(shared, vault.importFile),
    exporter: exporterSurface(exporter),
    backups: proxy(backups),
  });
}
