import { proxy, transfer, type ProxyMarked } from "comlink";
import { makeCoverer, type Coverer } from "./evidence/cover/coverer.ts";
import type { VaultError } from "./vault/types.ts";
import type { WorkerVault } from "./vault/vault.ts";

export type CoveringSurface = Coverer<VaultError> & ProxyMarked;

/** Covering as it is exposed to the page, over the open vault: what is drawn is handed over, not copied. */
export const coveringSurface = ({ readFile, importFile }: WorkerVault): CoveringSurface => {
  const coverer = makeCoverer<VaultError>({ readFile, importFile });
  return proxy({
    ...coverer,
    open: async (...asked: Parameters<typeof coverer.open>) => {
      const opened = await coverer.open(...asked);
      return opened.ok ? transfer(opened, [opened.value.picture]) : opened;
    },
  });
};
