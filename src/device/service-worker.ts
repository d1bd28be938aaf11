import { messageSW, Workbox } from "workbox-window";
import { err, ok, type Result } from "../lib/result.ts";
import { acceptedKey, type Build, offeredKey, parseBuild, updatesCache } from "../lib/updates.ts";
import { isStrictPolicy } from "./host-policy.ts";
import { scriptUrl } from "./trusted-types.ts";

export interface UpdateError {
  /** vault-open: lock first · other-window: close the other window first · not-offered: not the version that was shown · failed: try again */
  readonly code: "update-vault-open" | "update-other-window" | "update-not-offered" | "update-failed";
}

/** What keeps a worker of this page from reaching anybody else: the service worker's headers, the host's own, or nothing. */
export type Guard = "service-worker" | "host" | "none";

/** The page's side of the service worker. */
export interface AppUpdates {
  /** Settled once the page is under the service worker or it is clear that it will not be. Make the vault worker only after it, and not on "none". */
  readonly guard: () => Promise<Guard>;
  /** The build that serves this page; undefined while no service worker does. */
  readonly currentBuild: () => Promise<Build | undefined>;
  /** Lets the browser look for a new version now. What it finds is offered, never applied. */
  readonly look: () => Promise<void>;
  /** Takes the offered build and loads the page anew under it. Only while no vault is open, here or in another window. */
  readonly acceptUpdate: (hash: string) => Promise<Result<null, UpdateError>>;
}

interface Options {
  /** Address of the vault worker's script: a worker takes its policy from its own script's response. */
  readonly workerScript: string;
  readonly isVaultOpen: () => boolean;
  /** Called at start and whenever a version is seen that the person has not accepted; may come again for the same one. */
  readonly onUpdateOffered: (build: Build) => void;
  /** Loads the page anew; given in for tests. */
  readonly reload: () => void;
}

const readOffer = async (): Promise<Build | undefined> => {
  const stored = await (await caches.open(updatesCache)).match(offeredKey);
  return stored === undefined ? undefined : parseBuild(await stored.json());
};

/** Settles when this worker has been installed (true) or dropped (false). */
const installed = (worker: ServiceWorker): Promise<boolean> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (worker.state === "redundant") resolve(false);
      else if (worker.state !== "installing") resolve(true);
    };
    worker.addEventListener("statechange", look);
    look();
  });

const controlled = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (navigator.serviceWorker.controller !== null) resolve(true);
    else navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true), { once: true });
  });

/** The app's own page and its worker's script, asked of their own host: a header cannot be read from inside a document. */
const hostGuard = async (workerScript: string): Promise<Guard> => {
  const isGuarded = async (address: string): Promise<boolean> => {
    const answer = await fetch(address, { method: "HEAD", cache: "no-store" });
    return answer.ok && isStrictPolicy(answer.headers.get("content-security-policy"));
  };
  try {
    const guarded = await Promise.all([self.location.pathname, workerScript].map(isGuarded));
    return guarded.every(Boolean) ? "host" : "none";
  } catch {
    return "none";
  }
};

const settleGuard = async (registration: ServiceWorkerRegistration | undefined, workerScript: string): Promise<Guard> => {
  if (registration === undefined) return hostGuard(workerScript);
  const first = registration.active ?? registration.waiting ?? registration.installing;
  if (first === null || !(await installed(first))) return hostGuard(workerScript);
  // After a forced reload the page stands outside its active service worker until that claims it.
  if (registration.active !== null && navigator.serviceWorker.controller === null) await messageSW(registration.active, { type: "claim" });
  return (await controlled()) ? "service-worker" : "none";
};

/** Registers the service worker beside the page. Never rejects: where there is none, `guard` says so. */
export const startUpdates = ({ workerScript, isVaultOpen, onUpdateOffered, reload }: Options): AppUpdates => {
  const hasServiceWorker = "serviceWorker" in navigator;
  const register = async (): Promise<ServiceWorkerRegistration | undefined> => {
    if (!hasServiceWorker) return undefined;
    const workbox = new Workbox(scriptUrl(new URL("sw.js", document.baseURI).href), { scope: "./", updateViaCache: "none" });
    return workbox.register().catch(() => undefined);
  };
  const registering = register();

  const offer = async (): Promise<void> => {
    const [offered, current] = await Promise.all([readOffer(), currentBuild()]);
    if (offered !== undefined && offered.hash !== current?.hash) onUpdateOffered(offered);
  };

  const currentBuild = async (): Promise<Build | undefined> => {
    const controller = hasServiceWorker ? navigator.serviceWorker.controller : null;
    return controller === null ? undefined : parseBuild(await messageSW(controller, { type: "build" }));
  };

  const watch = async (): Promise<void> => {
    const registration = await registering;
    if (registration === undefined) return;
    const follow = (): void => {
      const worker = registration.installing;
      if (worker !== null) void installed(worker).then((isInstalled) => (isInstalled ? undefined : offer()));
    };
    registration.addEventListener("updatefound", follow);
    // The browser may have begun to look before anybody listened.
    follow();
    await offer();
  };
  void watch();

  const acceptUpdate = async (hash: string): Promise<Result<null, UpdateError>> => {
    if (isVaultOpen()) return err({ code: "update-vault-open" });
    const [registration, offered] = await Promise.all([registering, readOffer()]);
    if (registration === undefined || offered?.hash !== hash) return err({ code: "update-not-offered" });
    await (await caches.open(updatesCache)).put(acceptedKey, Response.json(offered));
    const fresh = await installAccepted(registration);
    if (fresh === null) return err({ code: "update-failed" });
    const changed = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
    // Asked again: installing takes a while, and a vault may have been opened in it.
    if (isVaultOpen()) return err({ code: "update-vault-open" });
    if ((await messageSW(fresh, { type: "apply" })) !== "applied") return err({ code: "update-other-window" });
    await changed;
    reload();
    return ok(null);
  };

  return {
    guard: async () => settleGuard(await registering, workerScript),
    currentBuild,
    look: async () => {
      await (await registering)?.update().catch(() => undefined);
    },
    acceptUpdate,
  };
};

/** The accepted version, installed and waiting; null when it could not be had. */
const installAccepted = async (registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> => {
  try {
    await registration.update();
  } catch {
    return null;
  }
  const fresh = registration.installing ?? registration.waiting;
  // The host has taken the offered version back: there is nothing to offer any more.
  if (fresh === null) await (await caches.open(updatesCache)).delete(offeredKey);
  return fresh !== null && (await installed(fresh)) ? fresh : null;
};
