import { err, ok } from "../lib/result.ts";
import type { StoredEntry, Vault } from "../vault/types.ts";
import { defaultSettings } from "./settings.ts";

const CASE = "0".repeat(32);

/**
 * A vault that keeps nothing: one case in memory, gone when the page is loaded again. For looking around in the made-up case.
 * Files are refused, so that nobody tries the app out with a real picture.
 */
export const sampleVault = (): Vault => {
  let log: readonly StoredEntry[] = [];
  const full = err({ code: "vault-full" } as const);
  const notFound = err({ code: "vault-not-found" } as const);
  const opened = ok({ cases: [CASE] });
  return {
    status: async () => ({ vault: "none", isSlowed: false, settings: defaultSettings }),
    saveSettings: async () => ok(null),
    generateWords: async () => [],
    create: async () => opened,
    createBeside: async () => full,
    unlock: async () => opened,
    unlockWithPasskey: async () => opened,
    addPasskey: async () => full,
    waysIn: async () => ok([{ slot: 0, kind: "passphrase", name: "" }]),
    changePassphrase: async () => full,
    newRecoveryWords: async () => [],
    addRecovery: async () => full,
    renameWay: async () => full,
    removeWay: async () => full,
    changeEverything: async () => full,
    stopChanging: async () => undefined,
    takeOver: async () => ok(null),
    lock: async () => {
      log = [];
    },
    createCase: async () => full,
    loadCase: async (caseId) => ok({ caseId, size: log.length, entries: log, damage: [] }),
    verifyLoaded: async () => ok([]),
    append: async (_, expectedSize, drafts, at, offset) => {
      const made = drafts.map(({ kind, body }, i) => ({ seq: expectedSize + i, at, offset, kind, body }));
      log = [...log, ...made];
      return ok(made);
    },
    erase: async () => notFound,
    eraseCase: async () => notFound,
    eraseVault: async () => notFound,
    eraseAll: async () => notFound,
    importFile: async () => full,
    dropFile: async () => ok(null),
    forgetFiles: async () => ok(null),
    inbox: async () => ok({ isOn: false, items: [] }),
    switchInbox: async () => full,
    readShared: async () => notFound,
    importShared: async () => full,
    dropShared: async () => notFound,
    readChunk: async () => notFound,
    readFile: async () => notFound,
    readSecret: async () => notFound,
    saveDraft: async () => ok(null),
    loadDrafts: async () => ok({}),
    checkIntegrity: async () => ok({ entries: log.length, files: 0, damage: [] }),
  };
};
