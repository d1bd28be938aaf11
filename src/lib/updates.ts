import { storageName } from "./app-id.ts";

/**
 * What the page and the service worker say to each other about versions. Both sides read and write two small records in one cache:
 * `offered` (the service worker: a version it saw and refused to install) and `accepted` (the page: the person said yes to a hash).
 */
export const updatesCache = storageName("updates");

/** Keys of the two records. A cache is keyed by address; these lead nowhere and are never fetched. */
export const offeredKey = "https://updates.invalid/offered";
export const acceptedKey = "https://updates.invalid/accepted";

/** A version: as people say it, and the SHA-256 (64 hex digits) of its build.txt, which lists every file with its own SHA-256. */
export interface Build {
  readonly version: string;
  readonly hash: string;
}

/** Questions the page asks the service worker. `apply` is refused while a second window is open: it could hold an open vault. */
export type WorkerQuestion = { readonly type: "build" } | { readonly type: "claim" } | { readonly type: "apply" };

/** The answer to `apply`. */
export type ApplyAnswer = "applied" | "other-window";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** A build from a record or a message; undefined when it is not one. */
export const parseBuild = (value: unknown): Build | undefined => {
  if (!isRecord(value)) return undefined;
  const { version, hash } = value;
  if (typeof version !== "string" || version.length > 40) return undefined;
  return typeof hash === "string" && /^[0-9a-f]{64}$/u.test(hash) ? { version, hash } : undefined;
};

/** A question from a message; undefined when it is not one. */
export const parseQuestion = (value: unknown): WorkerQuestion | undefined => {
  if (!isRecord(value)) return undefined;
  const { type } = value;
  return type === "build" || type === "claim" || type === "apply" ? { type } : undefined;
};
