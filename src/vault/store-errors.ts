import type { VaultError } from "./types.ts";

/** Carries an expected failure out of a transaction or a read; turned into a plain value before it leaves the vault. */
export class Refused extends Error {
  readonly error: VaultError;
  readonly code: VaultError["code"];
  constructor(error: VaultError) {
    super(error.code);
    this.name = "Refused";
    this.error = error;
    this.code = error.code;
  }
}

/** Names that Dexie and the browsers give when the connection to the database is gone. */
const lostNames: ReadonlySet<string> = new Set([
  "DatabaseClosedError",
  "DatabaseClosed",
  "InvalidStateError",
  "InvalidState",
  "UnknownError",
  "Unknown",
  "AbortError",
  "TransactionInactiveError",
]);

export const isLost = (thrown: unknown): boolean => namesOf(thrown).some((name) => lostNames.has(name)) && !isFull(thrown);

/** The browser has lost the file in which it kept a large value; the record is beyond saving, the others are not. */
export const isUnreadable = (thrown: unknown): boolean =>
  namesOf(thrown).some((name) => name === "NotReadableError" || name === "DataError");

/** What an exception from the store means to the person. An exception that means nothing here is a bug and is thrown on. */
export const failureOf = (thrown: unknown): VaultError => {
  if (thrown instanceof Refused) return thrown.error;
  if (isFull(thrown)) return { code: "vault-full" };
  const names = namesOf(thrown);
  if (names.includes("VersionError")) return { code: "vault-newer" };
  if (isLost(thrown) || isUnreadable(thrown) || names.includes("OpenFailedError") || names.includes("MissingAPIError"))
    return { code: "vault-lost" };
  throw thrown;
};

const isFull = (thrown: unknown): boolean => namesOf(thrown).includes("QuotaExceededError");

/** Name of the error and of those inside it: Dexie wraps what the browser threw. */
const namesOf = (thrown: unknown): readonly string[] => {
  if (!(thrown instanceof Error || thrown instanceof DOMException)) return [];
  const inner: unknown = "inner" in thrown ? thrown.inner : undefined;
  return [thrown.name, ...(inner === thrown ? [] : namesOf(inner))];
};
