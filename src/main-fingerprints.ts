import { proxy, wrap, type ProxyMarked } from "comlink";
import type { Fingerprinter } from "./evidence/fingerprinter.ts";
import type { VaultError } from "./vault/types.ts";

/** What fingerprints files, in the vault worker. What `onBytes` answers goes back to it. */
export const fingerprinterIn = (worker: Worker): Fingerprinter<VaultError> => {
  const { fingerprints } = wrap<{ readonly fingerprints: Fingerprinter<VaultError> & ProxyMarked }>(worker);
  return {
    ofFile: (file, onBytes) => fingerprints.ofFile(file, onBytes && proxy(onBytes)),
    ofKept: (kept, onBytes) => fingerprints.ofKept(kept, onBytes && proxy(onBytes)),
  };
};
