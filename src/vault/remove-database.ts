import Dexie from "dexie";
import { renewLog } from "./renew-log.ts";
import { within } from "./within.ts";

/** Databases whose deletion was asked for here and is not over. By the IndexedDB standard every opening and deletion waits behind it, without an event. */
const going = new Set<string>();

/** Whoever opened it now would wait for as long as a sleeping window holds it. */
export const isGoing = (name: string): boolean => going.has(name);

/** How long a deletion may say nothing: one that waits behind another window's gets no event at all. */
const patienceMs = 15_000;

/** Whether there is a database of that name. Asking by opening it would make and delete it, under the hands of whoever makes it just then. */
export const isThere = async (name: string): Promise<boolean> => {
  try {
    return (await indexedDB.databases()).some((database) => database.name === name);
  } catch {
    return Dexie.exists(name);
  }
};

/**
 * Deletes a database so that its bytes leave the disk as well. Chromium throws away what was deleted when it compacts its log, which it does
 * whenever a database is deleted, but then only what already lies in a table: so the log is renewed before and after.
 */
export const removeDatabase = async (name: string): Promise<"gone" | "blocked"> => {
  if (going.has(name)) return "blocked";
  going.add(name);
  await renewLog(name);
  const asked = deleted(name);
  void asked.over.then(
    () => going.delete(name),
    () => going.delete(name),
  );
  const done = await within(Promise.race([asked.over, asked.blocked]), patienceMs);
  await renewLog(name);
  return done ?? "blocked";
};

const deleted = (name: string): { readonly over: Promise<"gone">; readonly blocked: Promise<"blocked"> } => {
  let isBlocked = (): void => undefined;
  const blocked = new Promise<"blocked">((resolve) => {
    isBlocked = () => resolve("blocked");
  });
  const over = new Promise<"gone">((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve("gone");
    request.onblocked = isBlocked;
    request.onerror = () => reject(request.error ?? new Error("no database was deleted"));
  });
  return { over, blocked };
};
