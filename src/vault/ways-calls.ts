import { cryptoReady } from "../crypto/sodium.ts";
import type { Result } from "../lib/result.ts";
import { addPasskey, addRecovery, changePassphrase, removeWay, renameWay } from "./change-ways.ts";
import { newRecoveryWords } from "./recovery.ts";
import type { Session } from "./session.ts";
import type { Vault, VaultError } from "./types.ts";
import type { VaultDeps } from "./unlock.ts";
import { readWays } from "./ways.ts";

/** Runs a job on the open vault when no other change is under way. */
export type OnOpen = <T>(job: (open: Session) => Promise<Result<T, VaultError>>) => Promise<Result<T, VaultError>>;

type WaysCalls = Pick<Vault, "waysIn" | "changePassphrase" | "newRecoveryWords" | "addRecovery" | "addPasskey" | "renameWay" | "removeWay">;

/** What the page may ask about the ways in. */
export const waysCalls = (deps: VaultDeps, onOpen: OnOpen): WaysCalls => ({
  waysIn: () => onOpen(readWays),
  changePassphrase: (current, next) => onOpen((open) => changePassphrase(deps, open, current, next)),
  newRecoveryWords: async () => {
    await cryptoReady();
    return newRecoveryWords();
  },
  addRecovery: (current, words, name) => onOpen((open) => addRecovery(deps, open, current, words, name)),
  addPasskey: (current, output, name) => onOpen((open) => addPasskey(deps, open, current, output, name)).finally(() => output.fill(0)),
  renameWay: (slot, name) => onOpen((open) => renameWay(open, slot, name)),
  removeWay: (current, slot) => onOpen((open) => removeWay(deps, open, current, slot)),
});
