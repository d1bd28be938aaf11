import { proxy, wrap, type ProxyMarked } from "comlink";
import { storageName } from "../lib/app-id.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { entriesOf } from "./stored-entry.ts";
import { lifeEnds } from "./life.ts";
import type { VaultSurface } from "./surface.ts";
import type { Progress, Vault, VaultError } from "./types.ts";

/** The vault worker, seen from the page. */
export interface VaultClient {
  readonly vault: Vault;
  /** The worker itself, for the other clients of the same Comlink surface. */
  readonly worker: Worker;
  /** Resolves when the worker can answer no more: it crashed, could not be loaded, or was ended. */
  readonly stopped: Promise<void>;
  /** Ends the worker at once, keys and all. Calls under way answer `vault-stopped`. */
  readonly end: () => void;
}

/** Starts the vault worker. `workerUrl`: its script's address as the Trusted Types policy of `device/` lets it through. */
export const openVault = (workerUrl: string): VaultClient => {
  const worker = new Worker(workerUrl, { type: "module" });
  const remote = wrap<{ readonly vault: VaultSurface & ProxyMarked }>(worker);
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  worker.addEventListener("error", stop);
  const life = `${storageName("life")}-${crypto.randomUUID()}`;
  const held = new Promise<void>((resolve) => {
    remote.vault.holdLife(life).then(resolve, stop);
  });
  void held.then(() => lifeEnds(life)).then(stop, stop);
  const halted: VaultError = { code: "vault-stopped" };

  /**
   * A dead worker never answers: so an answer is waited for only while it lives. Nothing is asked before it holds its life: on a busy machine a lock
   * may come later than answers do, and a worker that ended in between would not be missed. One that is ended while it starts, with nothing open in
   * it yet, no browser tells of.
   */
  const ask = <T>(call: () => Promise<Result<T, VaultError>>): Promise<Result<T, VaultError>> =>
    Promise.race([held.then(call), stopped.then(() => err(halted))]);
  const orThrow = <T>(call: () => Promise<T>): Promise<T> =>
    Promise.race([
      held.then(call),
      stopped.then((): never => {
        throw new Error(halted.code);
      }),
    ]);
  const reporting = <T>(onProgress: ((p: Progress) => T) | undefined): ((p: Progress) => T) | undefined => onProgress && proxy(onProgress);

  const { vault } = remote;
  return {
    worker,
    stopped,
    end: () => {
      stop();
      worker.terminate();
    },
    vault: {
      status: () => orThrow(() => vault.status()),
      saveSettings: (settings) => ask(() => vault.saveSettings(settings)),
      generateWords: (count) => orThrow(() => vault.generateWords(count)),
      create: (passphrase) => ask(() => vault.create(passphrase)),
      createBeside: (current, passphrase) => ask(() => vault.createBeside(current, passphrase)),
      unlock: (passphrase) => ask(() => vault.unlock(passphrase)),
      unlockWithPasskey: (output) => ask(() => vault.unlockWithPasskey(output)),
      addPasskey: (current, output, name) => ask(() => vault.addPasskey(current, output, name)),
      waysIn: () => ask(() => vault.waysIn()),
      changePassphrase: (current, next) => ask(() => vault.changePassphrase(current, next)),
      newRecoveryWords: () => orThrow(() => vault.newRecoveryWords()),
      addRecovery: (current, words, name) => ask(() => vault.addRecovery(current, words, name)),
      renameWay: (slot, name) => ask(() => vault.renameWay(slot, name)),
      removeWay: (current, slot) => ask(() => vault.removeWay(current, slot)),
      changeEverything: (current, next, onProgress) => ask(() => vault.changeEverything(current, next, reporting(onProgress))),
      stopChanging: () => orThrow(() => vault.stopChanging()),
      takeOver: () => ask(() => vault.takeOver()),
      lock: () => orThrow(() => vault.lock()),
      createCase: () => ask(() => vault.createCase()),
      loadCase: async (caseId) => {
        const loaded = await ask(() => vault.loadCase(caseId));
        return loaded.ok ? ok(entriesOf(loaded.value)) : loaded;
      },
      verifyLoaded: (caseId) => ask(() => vault.verifyLoaded(caseId)),
      append: (caseId, expectedSize, drafts, at, offset) => ask(() => vault.append(caseId, expectedSize, drafts, at, offset)),
      erase: (caseId, seq, known) => ask(() => vault.erase(caseId, seq, known)),
      eraseCase: (caseId) => ask(() => vault.eraseCase(caseId)),
      eraseVault: () => ask(() => vault.eraseVault()),
      eraseAll: () => ask(() => vault.eraseAll()),
      importFile: (caseId, source, onProgress) => ask(() => vault.importFile(caseId, source, reporting(onProgress))),
      dropFile: (caseId, file) => ask(() => vault.dropFile(caseId, file)),
      forgetFiles: (caseId, files) => ask(() => vault.forgetFiles(caseId, files)),
      inbox: () => ask(() => vault.inbox()),
      switchInbox: (isOn) => ask(() => vault.switchInbox(isOn)),
      readShared: (item) => ask(() => vault.readShared(item)),
      importShared: (caseId, item, onProgress) => ask(() => vault.importShared(caseId, item, reporting(onProgress))),
      dropShared: (items) => ask(() => vault.dropShared(items)),
      readChunk: (caseId, file, index) => ask(() => vault.readChunk(caseId, file, index)),
      readFile: (caseId, file) => ask(() => vault.readFile(caseId, file)),
      readSecret: (caseId, id) => ask(() => vault.readSecret(caseId, id)),
      saveDraft: (caseId, field, text) => ask(() => vault.saveDraft(caseId, field, text)),
      loadDrafts: (caseId) => ask(() => vault.loadDrafts(caseId)),
      checkIntegrity: (caseId, onProgress) => ask(() => vault.checkIntegrity(caseId, reporting(onProgress))),
    },
  };
};
