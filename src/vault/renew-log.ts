import { within } from "./within.ts";

/**
 * Makes the browser begin a new log file under its databases. Chromium keeps IndexedDB in LevelDB. A kill in the midst of a write leaves half a
 * record at the end of LevelDB's log; the next start ignores it and goes on writing behind it, and the start after that takes the file for corrupt
 * and deletes every database of the origin (src/decisions/0020-what-a-browser-may-lose.md). Deleting a database, even an empty one, makes it put
 * what the log holds into a table and start another. So this comes first, before anything is written behind a torn end: about 3 ms, and nothing to
 * other browsers. Resolves in any case; whether the store can be used at all shows when it is used.
 */
export const renewLog = (name: string): Promise<void> => bounded(scratchOf(name), makeAndDelete);

/** Takes away the empty database that a kill between its making and its deletion has left. Where there is none, nothing happens. */
export const removeScratch = (name: string): Promise<void> => bounded(scratchOf(name), deleted);

const scratchOf = (name: string): string => `${name}-log`;

/** A thousand times as long as it takes. */
const patienceMs = 5_000;
const stuck = new Set<string>();

/** A window that fell asleep with the empty database open lets nobody delete it, and whoever opens it behind that deletion waits as well. */
const bounded = async (scratch: string, job: (scratch: string) => Promise<void>): Promise<void> => {
  if (stuck.has(scratch)) return;
  const run = job(scratch).then(() => true);
  if ((await within(run, patienceMs)) === true) return;
  stuck.add(scratch);
  void run.finally(() => stuck.delete(scratch));
};

const settled = (request: IDBOpenDBRequest): Promise<void> =>
  new Promise((resolve) => {
    request.onsuccess = () => resolve();
    // Too full, too old, or broken: the opening that follows says it better.
    request.onerror = (event) => {
      event.preventDefault();
      resolve();
    };
  });

const deleted = async (scratch: string): Promise<void> => {
  try {
    await settled(indexedDB.deleteDatabase(scratch));
  } catch {
    // Storage is switched off.
  }
};

const makeAndDelete = async (scratch: string): Promise<void> => {
  try {
    const opening = indexedDB.open(scratch);
    await settled(opening);
    if (opening.error === null) opening.result.close();
  } catch {
    // Storage is switched off.
  }
  await deleted(scratch);
};
