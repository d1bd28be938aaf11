import type { Command } from "../case/commands.ts";
import { factCommands } from "./opening.ts";
import type { StoreApi } from "zustand/vanilla";
import type { Result } from "../lib/result.ts";
import type { Drafts } from "./drafts.ts";
import type { VaultStatus } from "../vault/types.ts";
import type { AppDeps, Core } from "./ports.ts";
import type { App, AppError, AppState, AppView, Unlocked } from "./types.ts";

/** A worker that is busy or dead is not waited for longer than this: loading the page again ends it in any case. */
const LOCK_PATIENCE_MS = 2000;

export interface SessionPort {
  readonly deps: AppDeps;
  readonly store: StoreApi<AppState>;
  readonly drafts: Drafts;
  readonly tell: App["tell"];
  readonly send: (command: Command) => Promise<Result<null, AppError>>;
  /** Waits for what is being written. */
  readonly inTurn: <T>(job: () => Promise<T>) => Promise<T>;
  /** The words of the first screens, in the person's language. */
  readonly loadFirstWords: (language: string) => Promise<void>;
  readonly loadAllWords: () => Promise<void>;
  readonly goHome: () => void;
}

export interface Session extends Pick<
  App,
  "start" | "create" | "unlock" | "unlockWithPasskey" | "restore" | "lock" | "openCase" | "newCase"
> {
  readonly core: () => Core;
  readonly current: () => Unlocked | undefined;
  readonly show: (view: AppView) => void;
  readonly reloadCase: () => Promise<void>;
  /** The worker is gone. */
  readonly halt: () => void;
}

/** From the first paint to an open case, and back to a locked page. */
export const createSession = ({ deps, store, drafts, tell, send, inTurn, loadFirstWords, loadAllWords, goHome }: SessionPort): Session => {
  let loadedCore: Core | undefined;
  /** The case that was open when the worker stopped: after unlocking it is gone on with where the person was. */
  let haltedCase: string | undefined;
  const core = (): Core => {
    if (loadedCore === undefined) throw new Error("the core is used before a case is open");
    return loadedCore;
  };
  const show = (view: AppView): void => store.setState({ view });
  const current = (): Unlocked | undefined => {
    const { view } = store.getState();
    return view.at === "unlocked" ? view : undefined;
  };

  const load = async (caseId: string, cases: readonly string[]): Promise<boolean> => {
    [loadedCore] = await Promise.all([loadedCore ?? deps.loadCore(), loadAllWords()]);
    const loaded = await (await deps.vault()).loadCase(caseId);
    if (!tell(loaded)) return false;
    const { size, entries, damage } = loaded.value;
    const state = core().fold(core().empty, entries);
    const now = deps.now();
    await drafts.load(caseId);
    if (haltedCase !== undefined && haltedCase !== caseId) goHome();
    haltedCase = undefined;
    store.setState({ halted: false });
    show({ at: "unlocked", caseId, cases, size, state, plan: core().plan(state, now), now, damage });
    void inTurn(() => verify(caseId));
    void inTurn(() => finishForgetting(caseId));
    return true;
  };

  /** After the case is shown, and before the first command: that takes as long as reading it. A lock in between ends it. */
  const verify = async (caseId: string): Promise<void> => {
    const found = await (await deps.vault()).verifyLoaded(caseId);
    const view = current();
    if (found.ok && found.value.length > 0 && view?.caseId === caseId) show({ ...view, damage: [...view.damage, ...found.value] });
  };

  /** What was to be forgotten and broke off, or came back with another copy of the case. What fails now is tried again at the next opening. */
  const finishForgetting = async (caseId: string): Promise<void> => {
    const view = current();
    const items = view?.caseId === caseId ? [...view.state.evidence.values()] : [];
    const files = items.flatMap(({ forgotten, file }) => (forgotten ? [file] : []));
    if (files.length > 0) await (await deps.vault()).forgetFiles(caseId, files);
  };

  /** A case whose first entry never got written (a killed tab) is opened here. */
  const ensureOpened = async (): Promise<boolean> => {
    if (current()?.state.openedAt !== null) return true;
    for (const command of [{ do: "open-case" } as const, ...factCommands(store.getState().opening)]) {
      if (!tell(await send(command))) return false;
    }
    store.setState({ opening: {} });
    return true;
  };

  const enter = async (cases: readonly string[]): Promise<boolean> => {
    const first = haltedCase !== undefined && cases.includes(haltedCase) ? haltedCase : cases[0];
    if (first !== undefined) return (await load(first, cases)) && ensureOpened();
    const made = await (await deps.vault()).createCase();
    return tell(made) && (await load(made.value, [made.value])) && ensureOpened();
  };

  const firstStatus = async (): Promise<VaultStatus | undefined> => {
    try {
      return await (await deps.vault()).status();
    } catch {
      return undefined;
    }
  };

  return {
    core,
    current,
    show,
    reloadCase: async () => {
      const view = current();
      if (view !== undefined) await load(view.caseId, view.cases);
    },

    start: async () => {
      const missing = await deps.missingParts();
      if (missing.length > 0) return show({ at: "missing-parts", missing });
      if (!(await deps.vaultLikely())) show({ at: "welcome" });
      const status = await firstStatus();
      // The vault worker may not run here: without a policy around it, it could be made to talk to others.
      if (status === undefined) return show({ at: "missing-parts", missing: ["service-worker"] });
      const { vault, settings } = status;
      store.setState({ settings });
      await loadFirstWords(settings.language);
      // The person may have gone on meanwhile; only what the status really decides is shown.
      if (vault === "present") show({ at: "locked" });
      else if (vault === "missing") show({ at: "vault-gone" });
      else if (store.getState().view.at === "starting") show({ at: "welcome" });
    },

    create: async (passphrase) => {
      const made = await (await deps.vault()).create(passphrase);
      if (!tell(made) || !(await enter(made.value.cases))) return false;
      // Now there is something to lose, and the person knows what for: some browsers ask them.
      void deps.device.askToKeep().then((kept) => {
        if (kept !== "unknown" && store.getState().notice === null && current() !== undefined)
          store.setState({ notice: { tone: "info", key: `settings.storage-${kept}` } });
      });
      return true;
    },
    unlock: async (passphrase) => {
      const opened = await (await deps.vault()).unlock(passphrase);
      return tell(opened) && enter(opened.value.cases);
    },
    unlockWithPasskey: async (output) => {
      const opened = await (await deps.vault()).unlockWithPasskey(output);
      return tell(opened) && enter(opened.value.cases);
    },
    restore: async (passphrase, files, onProgress) => {
      await drafts.flush();
      const stamp = { at: deps.now(), offset: deps.offset() };
      const restored = await (await deps.backups()).restore(passphrase, files, stamp, onProgress);
      return tell(restored) && enter(restored.value.cases);
    },
    lock: async () => {
      // Covered first; wiping and reloading follow whatever happens to a draft.
      show({ at: "starting" });
      const tidyUp = async (): Promise<void> => {
        await drafts.flush().catch(() => undefined);
        await (await deps.vault()).lock();
      };
      await Promise.race([tidyUp().catch(() => undefined), new Promise<void>((resolve) => deps.later(LOCK_PATIENCE_MS, resolve))]);
      deps.device.reload();
    },
    halt: () => {
      const view = current();
      if (view === undefined) return;
      haltedCase = view.caseId;
      store.setState({ view: { at: "locked" }, halted: true, notice: { tone: "problem", key: "error.vault-stopped" } });
    },
    openCase: async (caseId) => {
      const view = current();
      if (view === undefined) return false;
      await drafts.flush();
      return (await inTurn(() => load(caseId, view.cases))) && ensureOpened();
    },
    newCase: async () => {
      const view = current();
      if (view === undefined) return false;
      await drafts.flush();
      const made = await (await deps.vault()).createCase();
      return tell(made) && (await inTurn(() => load(made.value, [...view.cases, made.value]))) && ensureOpened();
    },
  };
};
