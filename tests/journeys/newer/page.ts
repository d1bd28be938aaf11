import type { Result } from "../../../src/lib/result.ts";
import { instantFromMs } from "../../../src/lib/time.ts";
import { openVault } from "../../../src/vault/client.ts";
import workerUrl from "./worker.ts?worker&url";

const { vault } = openVault(workerUrl);
const must = <T>(result: Result<T, object>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const newer = {
  /** A case as the app writes it, and in it, where asked for, an entry of a kind that no version has yet. */
  make: async (passphrase: string, withNewer: boolean): Promise<void> => {
    must(await vault.create(passphrase));
    const caseId = must(await vault.createCase());
    const drafts = [
      { kind: "case.opened.v1", body: { parent: null }, secrets: [] },
      ...(withNewer ? [{ kind: "picture.age-corrected.v9", body: { who: "everyone" }, secrets: [] }] : []),
    ];
    must(await vault.append(caseId, 0, drafts, instantFromMs(1_780_000_000_000), 60));
  },
  /** Brings in a file of so many bytes; answers the code, "ok", or how far it was when nobody waited any more. */
  bring: async (passphrase: string, bytes: number): Promise<string> => {
    const [caseId = ""] = must(await vault.unlock(passphrase)).cases;
    const done = await vault.importFile(caseId, new Blob([new Uint8Array(bytes)]), (p) => void window.reached(p.done));
    return done.ok ? "ok" : done.error.code;
  },
};

export type Newer = typeof newer;

declare global {
  interface Window {
    newer: Newer;
    reached: (bytes: number) => Promise<void>;
  }
}
window.newer = newer;
