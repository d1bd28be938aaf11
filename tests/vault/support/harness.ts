import Dexie from "dexie";
import { expect } from "vitest";
import type { Result } from "../../../src/lib/result.ts";
import { instantFromMs, type Instant } from "../../../src/lib/time.ts";
import { openDatabase } from "../../../src/vault/database.ts";
import type { Head } from "../../../src/vault/head.ts";
import { readCase } from "../../../src/vault/read-case.ts";
import { rowName, type RowId } from "../../../src/vault/rows.ts";
import { endSession, type Session } from "../../../src/vault/session.ts";
import { entriesOf } from "../../../src/vault/stored-entry.ts";
import type { EntryDraft, LoadedCase, VaultError } from "../../../src/vault/types.ts";
import { unlock, type VaultDeps } from "../../../src/vault/unlock.ts";
import { makeVault, type WorkerVault } from "../../../src/vault/vault.ts";
import { derive } from "../../support/derive.ts";

export const passphrase = "correct horse battery";
export const at: Instant = instantFromMs(1_780_000_000_000);

export const must = <T>(result: Result<T, object>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
export const codeOf = (result: Result<unknown, VaultError>): string => (result.ok ? "ok" : result.error.code);

/** A clock by which each derivation takes two seconds, so that calibration stays at its floor. */
export const slowClock = (): (() => number) => {
  let now = 0;
  return () => (now += 2_000);
};
export const depsFor = (name: string): VaultDeps => ({ name, derive, now: slowClock() });

let made = 0;
export const freshName = (): string => `test-${String(Date.now())}-${String(made++)}`;

/** An empty case in a new vault. */
export interface Made {
  readonly name: string;
  readonly vault: WorkerVault;
  readonly caseId: string;
}
export const makeCase = async (name = freshName()): Promise<Made> => {
  const { vault } = makeVault(depsFor(name));
  must(await vault.create(passphrase));
  return { name, vault, caseId: must(await vault.createCase()) };
};

/** The same store in another tab: a vault object of its own that knows nothing yet. */
export const reopened = async (name: string): Promise<WorkerVault> => {
  const { vault } = makeVault(depsFor(name));
  must(await vault.unlock(passphrase));
  return vault;
};

export const draft = (n: number, extra: object = {}): EntryDraft => ({ kind: "thing.added.v1", body: { n, ...extra }, secrets: [] });
/** About `bytes` long. */
export const longDraft = (n: number, bytes: number): EntryDraft => draft(n, { text: "x".repeat(bytes) });

export const append = async (vault: WorkerVault, caseId: string, from: number, drafts: readonly EntryDraft[]): Promise<void> => {
  const added = must(await vault.append(caseId, from, drafts, at, 60));
  expect(added.map(({ seq }) => seq)).toEqual(drafts.map((_, i) => from + i));
};

/** A case as the page gets it. */
export const load = async (vault: WorkerVault, caseId: string): Promise<LoadedCase> => {
  const loaded = entriesOf(must(await vault.loadCase(caseId)));
  return { ...loaded, damage: [...loaded.damage, ...must(await vault.verifyLoaded(caseId))] };
};
export const numbers = (loaded: LoadedCase): readonly unknown[] =>
  loaded.entries.map(({ body }) => (typeof body === "object" && body !== null && "n" in body ? body.n : body));

/** The store itself, as whoever has the phone's files can change it. */
export interface RawStore {
  readonly get: (name: string) => Promise<Uint8Array | undefined>;
  readonly put: (name: string, row: Uint8Array) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  readonly names: () => Promise<readonly string[]>;
  readonly db: Dexie;
}
export const withStore = async <T>(name: string, job: (store: RawStore) => Promise<T>): Promise<T> => {
  const db = new Dexie(name);
  db.version(1).stores({ device: "", headers: "++", rows: "" });
  const rows = db.table<ArrayBuffer, string>("rows");
  try {
    return await job({
      db,
      get: async (row) => {
        const found = await rows.get(row);
        return found === undefined ? undefined : new Uint8Array(found);
      },
      put: async (row, bytes) => {
        await rows.put(new Uint8Array(bytes).buffer, row);
      },
      remove: (row) => rows.delete(row),
      names: () => rows.toCollection().primaryKeys(),
    });
  } finally {
    db.close();
  }
};

/** Names of rows, which only the vault's own keys tell. Takes the writer's place for a moment. */
export const namesOf = async (name: string, ids: readonly RowId[], pass = passphrase): Promise<readonly string[]> =>
  withSession(name, async (session) => ids.map((id) => rowName(session, id)), pass);

export const withSession = async <T>(name: string, job: (session: Session) => Promise<T>, pass = passphrase): Promise<T> => {
  const database = openDatabase(name);
  const session = must(await unlock(depsFor(name), database, pass));
  try {
    return await job(session);
  } finally {
    endSession(session);
    database.close();
  }
};

export const headOf = (name: string, caseId: string, pass = passphrase): Promise<Head> =>
  withSession(name, async (session) => must(await readCase(session, caseId)).state.head, pass);
