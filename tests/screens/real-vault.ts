import { coveringIn } from "../../src/main-covering.ts";
import { fingerprinterIn } from "../../src/main-fingerprints.ts";
import { openPagesHere } from "../../src/main-pages.ts";
import { keptIn, readerIn, sharedReaderIn } from "../../src/main-evidence.ts";
import type { Command } from "../../src/case/commands.ts";
import { openExporter } from "../../src/export/client.ts";
import { openVault, type VaultClient } from "../../src/vault/client.ts";
import { freshName } from "../vault/support/harness.ts";
import workerUrl from "./real-vault-worker.ts?worker&url";
import { PASSPHRASE, testApp, type TestApp } from "../app/test-app.ts";
import type { Device } from "../../src/app/ports.ts";

export interface RealApp extends TestApp {
  readonly client: VaultClient;
  /** Name of the database on disk. */
  readonly store: string;
}

/** The app over the real vault worker and the real reader of files, on a database of its own. */
export const realApp = async (commands: readonly Command[], device: Partial<Device> = {}): Promise<RealApp> => {
  const store = freshName();
  const client = openVault(`${workerUrl}${workerUrl.includes("?") ? "&" : "?"}store=${store}`);
  const made = testApp();
  const real = testApp({
    vault: async () => client.vault,
    evidence: async () => readerIn(client.worker),
    covering: async () => coveringIn(client.worker),
    fingerprints: async () => fingerprinterIn(client.worker),
    exporter: async () => openExporter(client.worker, client.stopped),
    kept: async () => keptIn(client.worker),
    pages: openPagesHere,
    shared: async () => sharedReaderIn(client.worker),
    device: { ...made.app.device, ...device },
  });
  await real.app.start();
  await real.app.create(PASSPHRASE);
  for (const command of commands) {
    const sent = await real.app.send(command);
    if (!sent.ok) throw new Error(`${command.do} was refused: ${sent.error.code}`);
  }
  return { ...real, client, store };
};
