import { err, ok } from "../../src/lib/result.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import type { StoredEntry } from "../../src/vault/types.ts";
import type { LogVault } from "./log.ts";

/** The log as plain arrays: slow to lose, obvious to read. The reference that the real one is compared with. */
export const memoryLog = (): LogVault => {
  const cases = new Map<string, readonly StoredEntry[]>();
  const missing = err({ code: "vault-not-found" } as const);
  return {
    createCase: async () => {
      const caseId = String(cases.size + 1).padStart(32, "0");
      cases.set(caseId, []);
      return ok(caseId);
    },
    loadCase: async (caseId) => {
      const entries = cases.get(caseId);
      return entries === undefined ? missing : ok({ caseId, size: entries.length, entries, damage: [] });
    },
    append: async (caseId, expectedSize, drafts, at, offset) => {
      const entries = cases.get(caseId);
      if (entries === undefined) return missing;
      const added = drafts.map(({ kind, body }, i) => ({ seq: expectedSize + i, at, offset, kind, body }));
      const there = entries.slice(expectedSize, expectedSize + added.length);
      if (expectedSize !== entries.length)
        return added.length > 0 && JSON.stringify(there) === JSON.stringify(added) ? ok(there) : err({ code: "vault-taken" });
      cases.set(caseId, [...entries, ...added]);
      return ok(added);
    },
    erase: async (caseId, seq) => {
      const entries = cases.get(caseId);
      if (entries?.[seq] === undefined) return missing;
      cases.set(caseId, entries.with(seq, { seq, at: instantFromMs(0), offset: 0, kind: "erased", body: null }));
      return ok(null);
    },
  };
};
