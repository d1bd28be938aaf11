import { PrecacheController, type PrecacheEntry } from "workbox-precaching";
import { storageName } from "../lib/app-id.ts";
import type { Build } from "../lib/updates.ts";
import { withPolicy } from "./policy.ts";

/** The list of all other files. Its own hash is the build's hash, and stands in the precache list as its revision. */
const listName = "build.txt";

/** The build this service worker belongs to. */
export const buildOf = (entries: readonly PrecacheEntry[], version: string): Build => {
  const hash = entries.find(({ url }) => url === listName)?.revision;
  if (typeof hash !== "string") throw new Error(`${listName} is not in the precache list`);
  return { version, hash };
};

/** The app's own files: fetched once, checked against their hashes, and from then on served from the cache only. */
export const appFiles = (entries: readonly PrecacheEntry[], scope: string) => {
  const precache = new PrecacheController({ cacheName: storageName("files") });
  precache.addToCacheList([...entries]);

  /** The file an address means: its query and fragment do not count, and the folder itself is index.html. */
  const fileUrl = (address: string): string => {
    const { origin, pathname } = new URL(address);
    const url = `${origin}${pathname}`;
    return url === scope ? `${scope}index.html` : url;
  };

  return {
    install: (event: ExtendableEvent) => precache.install(event),
    activate: (event: ExtendableEvent) => precache.activate(event),
    /**
     * Answers from the cache, with the policy headers. What is not one of the app's files gets 404 here and never reaches the network; a
     * file of ours that the browser lost is fetched again and must match its hash.
     */
    respond: async (event: FetchEvent): Promise<Response> => {
      const url = fileUrl(event.request.url);
      const cacheKey = precache.getCacheKeyForURL(url);
      if (cacheKey === undefined) return withPolicy(new Response(null, { status: 404 }), url);
      const integrity = precache.getIntegrityForCacheKey(cacheKey);
      const params = integrity === undefined ? { cacheKey } : { cacheKey, integrity };
      return withPolicy(await precache.strategy.handle({ request: new Request(url), event, params }), url);
    },
    /** Text of the vault worker's script; from the cache only, where every file was checked when it came. "" when the browser lost it. */
    workerScript: async (): Promise<string> => {
      const url = entries.find((entry) => /(?:^|\/)worker-[^/]+\.js$/u.test(entry.url))?.url;
      return (url === undefined ? undefined : await (await precache.matchPrecache(url))?.text()) ?? "";
    },
  };
};
