import { createApp } from "../../src/app/create-app.ts";
import { core } from "../../src/app/core.ts";
import type { AppDeps, Device } from "../../src/app/ports.ts";
import type { App } from "../../src/app/types.ts";
import { ok } from "../../src/lib/result.ts";
import { instantFromMs, type Instant } from "../../src/lib/time.ts";
import { memoryVault, type MemoryVault } from "./memory-vault.ts";

/** Sunday 22 November 2026, 10:00 UTC. */
export const START: Instant = instantFromMs(Date.UTC(2026, 10, 22, 10));

export interface TestApp {
  readonly app: App;
  readonly vault: MemoryVault;
  /** What the browser was asked to do, in order: "leave https://…", "reload", "copy …". */
  readonly asked: readonly string[];
  /** Moves the clock and runs what became due. */
  readonly pass: (ms: number) => void;
}

/** The real app with the real core over a vault in memory, a clock that a test moves, and a browser that only notes what it is asked. */
export const testApp = (change: Partial<AppDeps> & { readonly passphrase?: string } = {}): TestApp => {
  const vault = memoryVault(change.passphrase);
  const asked: string[] = [];
  let ms = Date.parse(START);
  let timers: readonly { readonly at: number; readonly job: () => void }[] = [];
  let ids = 0;
  const note = (what: string): void => {
    asked.push(what);
  };
  const device: Device = {
    leave: (to) => note(`leave ${to}`),
    reload: () => note("reload"),
    copy: async (text) => (note(`copy ${text}`), true),
    clearClipboard: async () => (note("clear"), true),
    pickFiles: async () => [],
    saveFile: async (_, name) => (note(`save ${name}`), "saved"),
    chooseSaveFile: async () => null,
    canShareFile: () => false,
    shareFile: async (_, name) => (note(`share ${name}`), "shared"),
    openAddress: (url) => note(`open ${url}`),
    openMedia: () => null,
    print: () => note("print"),
    hasPasskeys: () => true,
    makePasskey: async () => ({ is: "ready", output: new Uint8Array(32).fill(7) }),
    usePasskey: async () => ({ is: "ready", output: new Uint8Array(32).fill(7) }),
    askToKeep: async () => "kept",
    isKept: async () => "not-kept",
    storage: async () => ({ used: 1_200_000, free: 5_000_000_000 }),
    installWay: () => "unknown",
    hasShareSheet: () => true,
    install: async () => true,
    offlineReady: async () => true,
  };
  const app = createApp({
    vault: async () => vault,
    exporter: () => Promise.reject(new Error("this test did not provide an exporter")),
    backups: () => Promise.reject(new Error("this test did not provide backups")),
    evidence: () => Promise.reject(new Error("this test did not provide a reader of files")),
    covering: () => Promise.reject(new Error("this test did not provide covering")),
    fingerprints: () => Promise.reject(new Error("this test did not provide fingerprints")),
    kept: () => Promise.reject(new Error("this test did not provide a reader of kept files")),
    pages: () => Promise.reject(new Error("this test did not provide a reader of pages")),
    shared: () => Promise.reject(new Error("this test did not provide a reader of shared items")),
    arrival: null,
    vaultLikely: async () => change.passphrase !== undefined,
    loadCore: async () => core,
    missingParts: async () => [],
    device,
    now: () => instantFromMs(ms),
    offset: () => 60,
    newId: () => `a${(ids++).toString(16).padStart(31, "0")}`,
    later: (wait, job) => {
      const timer = { at: ms + wait, job };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    currentBuild: async () => ({ version: "0.1.0", hash: "5e9c5964".repeat(8) }),
    acceptUpdate: async () => ok(null),
    ...change,
  });
  return {
    app,
    vault,
    asked,
    pass: (more) => {
      ms += more;
      const due = timers.filter(({ at }) => at <= ms);
      timers = timers.filter(({ at }) => at > ms);
      for (const { job } of due) job();
    },
  };
};

export const PASSPHRASE = "marble canyon ribbon walnut ember lantern";

/** Started, with an open and empty case. */
export const openedApp = async (change: Partial<AppDeps> = {}): Promise<TestApp> => {
  const made = testApp(change);
  await made.app.start();
  await made.app.create(PASSPHRASE);
  return made;
};
