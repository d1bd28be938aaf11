import { createStore } from "zustand/vanilla";
import { firstWords, loadLocale } from "../content/locales/index.ts";
import type { Result } from "../lib/result.ts";
import type { DeviceSettings, Vault } from "../vault/types.ts";
import { createDrafts } from "./drafts.ts";
import { errorKey } from "./errors.ts";
import type { AppDeps } from "./ports.ts";
import { createQueue } from "./queue.ts";
import { createSender } from "./sender.ts";
import { createSession } from "./session.ts";
import { defaultSettings } from "./settings.ts";
import type { App, AppError, AppState, Route } from "./types.ts";

const home: Route = { screen: "home", params: {} };

/**
 * THE LOOP: command → decide → append → fold → plan → view, one at a time. Knows no screen and no framework.
 * Everything with a side effect comes in through `deps`.
 */
export const createApp = (given: AppDeps): App => {
  let sample: Vault | undefined;
  const deps: AppDeps = { ...given, vault: async () => sample ?? given.vault() };
  const store = createStore<AppState>(() => ({
    view: { at: "starting" },
    route: home,
    trail: [],
    settings: defaultSettings,
    words: firstWords,
    notice: null,
    opening: {},
    postponed: [],
    sample: false,
    bundleShown: false,
    halted: false,
    update: null,
  }));
  const inTurn = createQueue();
  const drafts = createDrafts(deps);

  const say: App["say"] = (notice) => store.setState({ notice });
  const tell = <T>(result: Result<T, AppError>): result is { readonly ok: true; readonly value: T } => {
    if (result.ok) return true;
    say({ tone: "problem", key: errorKey(result.error) });
    return false;
  };
  /** A bug: said in one sentence, without its text, which could hold case data. */
  const guarded = async (job: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await job();
    } catch {
      say({ tone: "problem", key: "error.unexpected" });
      return false;
    }
  };

  const loadWords = async (language: string): Promise<void> => {
    const words = (await loadLocale(language)) ?? (await loadLocale(defaultSettings.language));
    if (words !== undefined) store.setState({ words });
  };

  const loadAllWords = (): Promise<void> => loadWords(store.getState().settings.language);

  const send: App["send"] = (command, inCase) => inTurn(() => handle(command, inCase));
  const session = createSession({
    deps,
    store,
    drafts,
    tell,
    send,
    inTurn,
    // Another language has no words in the first download; English has the ones for the first screens.
    loadFirstWords: async (language) => (language === firstWords.tag ? undefined : loadWords(language)),
    loadAllWords,
    goHome: () => store.setState({ route: home, trail: [] }),
  });
  const handle = createSender({ ...deps, core: session.core, current: session.current, show: session.show, reload: session.reloadCase });
  const act: App["act"] = (command, inCase) => guarded(async () => tell(await send(command, inCase)));

  return {
    state: store.getState,
    subscribe: (listener) => store.subscribe(listener),
    start: async () => {
      await guarded(async () => (await session.start(), true));
      const { arrival } = deps;
      if (arrival !== null) say({ tone: arrival === "kept" ? "done" : "problem", key: `arrival.${arrival}` });
    },

    go: (screen, params = {}, how) => {
      const { route, trail } = store.getState();
      store.setState({ route: { screen, params }, trail: how === "replace" ? trail : [...trail, route], notice: null });
    },
    back: () => {
      const { trail } = store.getState();
      store.setState({ route: trail.at(-1) ?? home, trail: trail.slice(0, -1), notice: null });
    },
    postpone: (action) => store.setState({ postponed: [...store.getState().postponed, action] }),
    say,
    tell,
    send,
    act,
    actAll: async (commands) => {
      for (const command of commands) if (!(await act(command))) return false;
      return true;
    },

    answerOpening: (fact, value) => store.setState({ opening: { ...store.getState().opening, [fact]: value } }),
    create: (passphrase) => guarded(() => session.create(passphrase)),
    unlock: (passphrase) => guarded(() => session.unlock(passphrase)),
    unlockWithPasskey: (output) => guarded(() => session.unlockWithPasskey(output)),
    restore: (passphrase, files, onProgress) => guarded(() => session.restore(passphrase, files, onProgress)),
    lock: session.lock,
    workerStopped: () => {
      const { bundleShown, sample: isSample } = store.getState();
      // What was unpacked is gone with it, and there is nothing to unlock.
      if (bundleShown) deps.device.reload();
      else if (!isSample) session.halt();
    },
    leave: () => deps.device.leave(store.getState().settings.leaveTo),
    openCase: (caseId) => guarded(() => session.openCase(caseId)),
    newCase: () => guarded(session.newCase),
    openSample: () =>
      guarded(async () => {
        const [{ sampleVault }, { sampleCase }] = await Promise.all([import("./sample-vault.ts"), import("./sample-case.ts")]);
        sample = sampleVault();
        store.setState({ sample: true, opening: {}, trail: [], route: home });
        if (!(await session.unlock(""))) return false;
        for (const command of sampleCase(deps.now())) await send(command);
        return true;
      }),
    startAgain: () => store.setState({ view: { at: "welcome" } }),
    showBundle: (bundleShown) => store.setState({ bundleShown }),
    offerUpdate: (update) => store.setState({ update }),
    acceptUpdate: () =>
      guarded(async () => {
        const { update } = store.getState();
        return update !== null && tell(await deps.acceptUpdate(update.hash));
      }),
    saveSettings: (change) =>
      guarded(async () => {
        const settings: DeviceSettings = { ...store.getState().settings, ...change };
        // Shown at once: a theme or language that cannot be kept is still what the person asked for now.
        store.setState({ settings });
        if (change.language !== undefined) await loadWords(change.language);
        return tell(await (await deps.vault()).saveSettings(settings));
      }),
    loadAllWords,

    draft: drafts.get,
    keepDraft: drafts.keep,
    flushDrafts: drafts.flush,
    tick: () => {
      const view = session.current();
      if (view === undefined) return;
      const now = deps.now();
      session.show({ ...view, plan: session.core().plan(view.state, now), now });
    },

    now: deps.now,
    newId: deps.newId,
    vault: deps.vault,
    exporter: deps.exporter,
    backups: deps.backups,
    offset: deps.offset,
    evidence: deps.evidence,
    covering: deps.covering,
    pages: deps.pages,
    fingerprints: deps.fingerprints,
    kept: deps.kept,
    shared: deps.shared,
    device: deps.device,
    currentBuild: deps.currentBuild,
  };
};
