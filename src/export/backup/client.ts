import { proxy, wrap, type ProxyMarked } from "comlink";
import { err, type Result } from "../../lib/result.ts";
import type { BackupError, Backups, OnProgress } from "./types.ts";

/** Backups as the page sees them, over the vault worker's Comlink surface (`backups` beside `vault`). `stopped`: that worker can answer no more. */
export const openBackups = (worker: Worker, stopped: Promise<void>): Backups => {
  const { backups } = wrap<{ readonly backups: Backups & ProxyMarked }>(worker);
  const ask = <T>(call: Promise<Result<T, BackupError>>): Promise<Result<T, BackupError>> =>
    Promise.race([call, stopped.then(() => err<BackupError>({ code: "stopped" }))]);
  const reporting = (onProgress: OnProgress | undefined): OnProgress | undefined => onProgress && proxy(onProgress);
  return {
    make: (plan, lock, to, onProgress) => ask(backups.make(plan, lock, to, reporting(onProgress))),
    checkAddress: (address) => ask(backups.checkAddress(address)),
    open: (file, typed, onProgress) => ask(backups.open(file, typed, reporting(onProgress))),
    entries: (index) => ask(backups.entries(index)),
    start: (index, file, bytes) => ask(backups.start(index, file, bytes)),
    restore: (passphrase, files, stamp, onProgress) => ask(backups.restore(passphrase, files, stamp, reporting(onProgress))),
    copyOf: (caseId) => ask(backups.copyOf(caseId)),
    merge: (caseId, index, files, unsaved, answers, stamp, onProgress) =>
      ask(backups.merge(caseId, index, files, unsaved, answers, stamp, reporting(onProgress))),
    close: () => backups.close(),
    stop: () => backups.stop(),
  };
};
