import { expose, proxy } from "comlink";
import { makeFingerprinter } from "../../src/evidence/fingerprinter.ts";
import { evidenceReader } from "../../src/evidence/reader.ts";
import { chunkBytes } from "../../src/vault/format.ts";
import { scryptApart } from "../../src/crypto/kdf-worker.ts";
import { makeKeptReader } from "../../src/evidence/kept.ts";
import { strip, unstrippable } from "../../src/evidence/strip/strip.ts";
import { makeExporter } from "../../src/export/exporter.ts";
import { exporterSurface } from "../../src/export/surface.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import { vaultSurface } from "../../src/vault/surface.ts";
import { coveringSurface } from "../../src/worker-covering.ts";
import { sharedSurface } from "../../src/worker-shared.ts";
import { makeVault } from "../../src/vault/vault.ts";
import { derive } from "../support/derive.ts";

/** As `src/worker.ts`, on the database that its address names, with a clock by which calibration stays at its floor. */
let now = 0;
const { vault, disclose, shared } = makeVault({
  name: new URL(self.location.href).searchParams.get("store") ?? "test",
  derive,
  now: () => (now += 2_000),
});
const exporter = makeExporter({
  disclose: async (caseId) => {
    const source = await disclose(caseId);
    return source.ok ? source.value : undefined;
  },
  scrypt: scryptApart(derive),
  now: () => instantFromMs(Date.now()),
  copier: { unfit: unstrippable, copy: strip },
});
expose({
  vault: vaultSurface(vault),
  evidence: proxy(evidenceReader),
  covering: coveringSurface(vault),
  fingerprints: proxy(makeFingerprinter({ pieceBytes: chunkBytes, read: vault.readChunk })),
  kept: proxy(makeKeptReader(vault.readFile)),
  shared: sharedSurface(shared, vault.importFile),
  exporter: exporterSurface(exporter),
});
