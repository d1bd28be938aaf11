import { transfer, wrap } from "comlink";
import type { Coverer } from "./evidence/cover/coverer.ts";
import type { VaultError } from "./vault/types.ts";
import type { CoveringSurface } from "./worker-covering.ts";

/** Covering, in the vault worker. A worker that dies takes the page with it, so no call is left waiting. */
export const coveringIn = (worker: Worker): Coverer<VaultError> => {
  const { covering } = wrap<{ readonly covering: CoveringSurface }>(worker);
  return {
    open: (caseId, file, type) => covering.open(caseId, file, type),
    keep: (caseId, picture) => covering.keep(caseId, transfer(picture, [picture])),
    cover: (caseId, file, type, areas) => covering.cover(caseId, file, type, areas),
  };
};
