import { storageName } from "../lib/app-id.ts";
import { scriptUrl } from "./trusted-types.ts";

/** What Holdfast cannot work without. Each has a sentence on the screen that says what to do. */
export const requirements = ["secure-context", "webassembly", "indexeddb", "service-worker", "locks", "workers"] as const;
export type Requirement = (typeof requirements)[number];

/** The smallest module: a header and nothing else. Lockdown Mode removes WebAssembly whole; a policy may forbid only compiling. */
const emptyModule = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const hasWebAssembly = async (): Promise<boolean> => {
  if (!("WebAssembly" in globalThis)) return false;
  try {
    await WebAssembly.compile(emptyModule);
    return true;
  } catch {
    return false;
  }
};

/** Really opened: in some private windows the interface is there and every opening fails. The probe holds nothing and is gone before this answers. */
const hasIndexedDb = (): Promise<boolean> =>
  new Promise((resolve) => {
    const name = storageName("probe");
    try {
      const request = indexedDB.open(name);
      request.addEventListener("success", () => {
        request.result.close();
        const removal = indexedDB.deleteDatabase(name);
        // Another window may be looking too and hold it a moment longer; then that one removes it.
        for (const end of ["success", "error", "blocked"]) removal.addEventListener(end, () => resolve(true));
      });
      request.addEventListener("error", () => resolve(false));
      request.addEventListener("blocked", () => resolve(false));
    } catch {
      resolve(false);
    }
  });

/** A browser that knows module workers reads `type`; the getter then stops it before any worker is made. */
const hasModuleWorkers = (): boolean => {
  if (!("Worker" in globalThis)) return false;
  let isRead = false;
  const options = {
    get type(): WorkerType {
      isRead = true;
      throw new TypeError("probe");
    },
  };
  try {
    new Worker(scriptUrl(self.location.href), options).terminate();
  } catch {
    // The getter's own error, or no workers at all.
  }
  return isRead;
};

/**
 * What this browser lacks; empty when everything is there. An iPhone in Lockdown Mode lacks WebAssembly, private windows may lack
 * storage or service workers, a page without https lacks nearly all.
 */
export const missingRequirements = async (): Promise<readonly Requirement[]> => {
  const has: Readonly<Record<Requirement, boolean>> = {
    "secure-context": globalThis.isSecureContext,
    webassembly: await hasWebAssembly(),
    indexeddb: await hasIndexedDb(),
    "service-worker": "serviceWorker" in navigator,
    locks: "locks" in navigator,
    workers: hasModuleWorkers(),
  };
  return requirements.filter((name) => !has[name]);
};
