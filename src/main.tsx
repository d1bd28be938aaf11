import { createApp } from "./app/create-app.ts";
import type { Device } from "./app/ports.ts";
import { createBrowserDevice, later } from "./device/browser-device.ts";
import { missingRequirements } from "./device/requirements.ts";
import { startUpdates } from "./device/service-worker.ts";
import { scriptUrl } from "./device/trusted-types.ts";
import { openBackups } from "./export/backup/client.ts";
import { openExporter } from "./export/client.ts";
import { hex } from "./lib/bytes.ts";
import { storageName } from "./lib/app-id.ts";
import { outcomeIn } from "./lib/share-target.ts";
import { instantFromMs } from "./lib/time.ts";
import { coveringIn } from "./main-covering.ts";
import { fingerprinterIn } from "./main-fingerprints.ts";
import { keptIn, readerIn, sharedReaderIn } from "./main-evidence.ts";
import { keepWatch } from "./main-watch.ts";
import { mount } from "./screens/mount.tsx";
import { openVault, type VaultClient } from "./vault/client.ts";
import { expectationIn } from "./vault/expectation.ts";
import workerUrl from "./worker.ts?worker&url";

// COMPOSITION ROOT: the browser's edges, the vault worker and the service worker are made here and handed to the app; nothing else reaches for them.

/** What the service worker says of a share that has just come in. It stands in the address for this moment only. */
const arrival = outcomeIn(location.hash);
if (arrival !== null) history.replaceState(null, "", location.pathname);

let client: Promise<VaultClient> | undefined;
let isEnding = false;

/** Ends the worker, keys and all. */
const wipe = (): void => {
  isEnding = true;
  void client?.then(({ end }) => end());
};

const browser = createBrowserDevice({
  view: window,
  wipe,
  neutralPage: "./leave.html",
  offlineReady: async () => (await updates.guard()) === "service-worker",
});

const updates = startUpdates({
  workerScript: workerUrl,
  isVaultOpen: () => app.state().view.at === "unlocked",
  onUpdateOffered: (build) => app.offerUpdate(build),
  reload: browser.reload,
});

/** Only under a policy that keeps the worker from reaching anybody: the service worker's, or the host's own. */
const startVault = async (): Promise<VaultClient> => {
  const guard = await updates.guard();
  if (guard === "none" && !import.meta.env.DEV) throw new Error("no policy around the vault worker");
  const started = openVault(scriptUrl(workerUrl));
  // A worker that died has lost the keys: the page locks, and the next question starts another. One that was ended on purpose is not mourned.
  void started.stopped.then(() => {
    if (isEnding) return;
    client = undefined;
    app.workerStopped();
  });
  return started;
};

/** A chooser, a share sheet or a new tab hides the page on a phone; that is no reason to lock at once. */
const expecting =
  <Args extends readonly unknown[], T>(act: (...args: Args) => T) =>
  (...args: Args): T => {
    const done = act(...args);
    watch.expectHidden(done instanceof Promise ? done : undefined);
    return done;
  };

const device: Device = {
  ...browser,
  pickFiles: expecting(browser.pickFiles),
  saveFile: expecting(browser.saveFile),
  chooseSaveFile: expecting(browser.chooseSaveFile),
  shareFile: expecting(browser.shareFile),
  openAddress: expecting(browser.openAddress),
  makePasskey: expecting(browser.makePasskey),
  usePasskey: expecting(browser.usePasskey),
  print: expecting(browser.print),
  install: expecting(browser.install),
  reload: () => {
    wipe();
    browser.reload();
  },
};

const app = createApp({
  vault: async () => (await (client ??= startVault())).vault,
  exporter: async () => {
    const { worker, stopped } = await (client ??= startVault());
    return openExporter(worker, stopped);
  },
  backups: async () => {
    const { worker, stopped } = await (client ??= startVault());
    return openBackups(worker, stopped);
  },
  shared: async () => sharedReaderIn((await (client ??= startVault())).worker),
  arrival,
  evidence: async () => readerIn((await (client ??= startVault())).worker),
  covering: async () => coveringIn((await (client ??= startVault())).worker),
  fingerprints: async () => fingerprinterIn((await (client ??= startVault())).worker),
  pages: async (source) => (await import("./main-pages.ts")).openPagesHere(source),
  kept: async () => keptIn((await (client ??= startVault())).worker),
  vaultLikely: async () => {
    // A vault that is gone was made here all the same. Listing databases is not in every browser; then the worker is waited for.
    if (!("databases" in indexedDB)) return true;
    const [known, wasMade] = await Promise.all([indexedDB.databases(), expectationIn(storageName("vault")).read()]);
    return wasMade || known.some(({ name }) => name?.startsWith(storageName("vault")) ?? false);
  },
  loadCore: async () => (await import("./app/core.ts")).core,
  missingParts: missingRequirements,
  device,
  now: () => instantFromMs(Date.now()),
  offset: () => -new Date().getTimezoneOffset(),
  newId: () => hex(crypto.getRandomValues(new Uint8Array(16))),
  later,
  currentBuild: updates.currentBuild,
  acceptUpdate: updates.acceptUpdate,
});

const watch = keepWatch(app);
const root = document.getElementById("app");
if (root !== null) mount(app, root);
void app.start();
