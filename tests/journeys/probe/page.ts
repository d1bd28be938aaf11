import { missingRequirements } from "../../../src/device/requirements.ts";
import { startUpdates } from "../../../src/device/service-worker.ts";
import { scriptUrl } from "../../../src/device/trusted-types.ts";
import type { Build } from "../../../src/lib/updates.ts";
import workerUrl from "./worker.ts?worker&url";

/*
 * A page beside the app, in a build of its own made by pwa.test.ts: it hands the device's functions to the test, and lists what the
 * policy stopped.
 */
const state = { isVaultOpen: false, offers: new Array<Build>(), violations: new Array<string>() };

document.addEventListener("securitypolicyviolation", (event) => {
  state.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
});

const updates = startUpdates({
  workerScript: workerUrl,
  isVaultOpen: () => state.isVaultOpen,
  onUpdateOffered: (build) => {
    state.offers.push(build);
  },
  reload: () => {
    location.reload();
  },
});

/** What the worker could do with an address that is not the app's. */
const tryWorker = (address: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(scriptUrl(workerUrl), { type: "module" });
    worker.addEventListener("message", ({ data }) => resolve(data));
    worker.addEventListener("error", () => reject(new Error("the worker did not start")));
    worker.postMessage(address);
  });

/** How the policy answers a script address, as the name of the error or "made". */
const tryScript = (make: () => Worker): string => {
  try {
    make().terminate();
    return "made";
  } catch (error) {
    return error instanceof Error ? error.name : "thrown";
  }
};

export const probe = {
  state,
  updates,
  tryWorker,
  missingRequirements,
  plainScript: () => tryScript(() => new Worker(workerUrl, { type: "module" })),
  foreignScript: (address: string) => tryScript(() => new Worker(scriptUrl(address), { type: "module" })),
};

declare global {
  interface Window {
    probe: typeof probe;
  }
}
window.probe = probe;
