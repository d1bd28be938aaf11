import { acceptedKey, type Build, offeredKey, parseBuild, updatesCache } from "../lib/updates.ts";

const readRecord = async (key: string): Promise<Build | undefined> => {
  const stored = await (await caches.open(updatesCache)).match(key);
  return stored === undefined ? undefined : parseBuild(await stored.json());
};

const writeRecord = async (key: string, build: Build): Promise<void> => {
  await (await caches.open(updatesCache)).put(key, Response.json(build));
};

/**
 * Called first in `install`. The browser fetches sw.js on its own and would let a new one take over at the second opening, whatever the
 * page wants; an installation that throws is dropped. So it throws until the person has accepted this very hash, and leaves word of
 * what it saw. The first installation has nobody to ask and is taken.
 */
export const requireConsent = async (build: Build, isFirst: boolean): Promise<void> => {
  if (isFirst) {
    await writeRecord(acceptedKey, build);
    return;
  }
  if ((await readRecord(acceptedKey))?.hash === build.hash) return;
  await writeRecord(offeredKey, build);
  throw new Error("update not accepted");
};

/** Once a build runs, an offer of it is no longer one. */
export const forgetOffer = async (build: Build): Promise<void> => {
  if ((await readRecord(offeredKey))?.hash === build.hash) await (await caches.open(updatesCache)).delete(offeredKey);
};
