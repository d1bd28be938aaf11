import { selfTest } from "../crypto/selftest.ts";
import { cryptoReady } from "../crypto/sodium.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { Sliced } from "../lib/sliced.ts";
import { append } from "./append.ts";
import { partsOf } from "./case-parts.ts";
import { create, createBeside } from "./create.ts";
import { backupCalls } from "./backup-calls.ts";
import type { Database } from "./database.ts";
import { discloseCase } from "./disclosure.ts";
import { readDrafts, writeDraft } from "./drafts.ts";
import { erase } from "./erase.ts";
import { eraseAll } from "./erase-all.ts";
import { eraseCase } from "./erase-case.ts";
import { eraseVault } from "./erase-vault.ts";
import { inboxCalls } from "./inbox-calls.ts";
import { sharedSource } from "./inbox-source.ts";
import { expectationIn } from "./expectation.ts";
import { fileCalls } from "./file-calls.ts";
import { cleanLeftovers, readChunk, readWhole, type FileSource } from "./files.ts";
import { forgetNamed } from "./forget-files.ts";
import { checkLine } from "./integrity.ts";
import { entriesBefore, inAnyLog, placeOf, readLine } from "./line.ts";
import { makeCase } from "./make-case.ts";
import type { FileKey } from "./keyring.ts";
import { readCase, rootDamage, type ReadCase } from "./read-case.ts";
import { fileKeyOf } from "./rings.ts";
import { readSecretRecord } from "./secrets.ts";
import { endSession, versionMoved, type CaseState, type Session } from "./session.ts";
import { Refused } from "./store-errors.ts";
import type { CaseParts } from "./stored-entry.ts";
import type { VaultBackup } from "./backup-types.ts";
import type { DisclosureSource, Progress, StoredFile, Vault, VaultError } from "./types.ts";
import { takeOver } from "./take-over.ts";
import { openPlaces } from "./places.ts";
import { renewCalls } from "./renew-calls.ts";
import { readStatus, saveSettings } from "./status.ts";
import { unlock, unlockWithPasskey, type VaultDeps } from "./unlock.ts";
import { waysCalls, type OnOpen } from "./ways-calls.ts";
import { generateWords } from "./words.ts";

type Answer<T> = Promise<Result<T, VaultError>>;

/** The vault as the worker offers it: a case crosses to the page as transferable bytes. */
export type WorkerVault = Omit<Vault, "loadCase" | "importFile"> & {
  readonly loadCase: (caseId: string) => Answer<CaseParts>;
  /** Inside the worker, of bytes that may not become a Blob as well. */
  readonly importFile: (caseId: string, source: FileSource, onProgress?: (p: Progress) => void) => Answer<StoredFile>;
};

export interface VaultParts {
  readonly vault: WorkerVault;
  /** For export, inside the worker. */ readonly disclose: (caseId: string) => Answer<DisclosureSource>;
  /** For backups, inside the worker. */ readonly backup: VaultBackup;
  /** A shared item as intake looks at it, inside the worker. */ readonly shared: (item: string) => Answer<Sliced>;
}

/** One vault at a time, locked at first. Changes wait for one another; reading does not. */
export const makeVault = (deps: VaultDeps): VaultParts => {
  const places = openPlaces(deps.name);
  const expectation = expectationIn(deps.name);
  let session: Session | undefined;
  let loaded: readonly ReadCase[] = [];
  let tail: Promise<unknown> = Promise.resolve();
  let tested: Promise<readonly string[]> | undefined;

  /** Expected failures of the store become values; what a lock interrupts answers `vault-locked`; bugs throw. */
  const attempt = async <T>(job: () => Answer<T>, open?: Session): Answer<T> => {
    try {
      return await job();
    } catch (thrown) {
      if (thrown instanceof Refused) return err(thrown.error);
      if (open?.ended === true) return err({ code: "vault-locked" });
      throw thrown;
    }
  };
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const run = tail.then(job);
    tail = run.catch(() => undefined);
    return run;
  };
  const opened = async <T>(job: (open: Session) => Answer<T>): Answer<T> => {
    const open = session;
    return open === undefined ? err({ code: "vault-locked" }) : attempt(() => job(open), open);
  };
  const onOpen: OnOpen = (job) => inTurn(() => opened(job));
  /** The case as last read or written; read now if it was not yet. */
  const stateOf = async (open: Session, caseId: string): Answer<CaseState> => {
    const known = open.cases.get(caseId);
    if (known !== undefined && open.doubt === null) return ok(known);
    const read = await readCase(open, caseId);
    // Who reads does not wait for who writes: what was written meanwhile is the newer.
    if (read.ok && open.cases.get(caseId) === known) open.cases.set(caseId, read.value.state);
    return read.ok ? ok(read.value.state) : read;
  };
  const onCase = <T>(caseId: string, job: (open: Session, state: CaseState) => Answer<T>): Answer<T> =>
    opened(async (open) => {
      const state = await stateOf(open, caseId);
      return state.ok ? job(open, state.value) : state;
    });
  const changing = <T>(caseId: string, job: (open: Session, state: CaseState) => Answer<T>): Answer<T> =>
    inTurn(async () => {
      const done = await onCase(caseId, job);
      const isStale = !done.ok && done.error.code === "vault-taken" && done.error.where === versionMoved;
      // What was known of the case is not what lies in the store, and it is still ours: read it, and do it once more.
      return isStale ? onCase(caseId, job) : done;
    });
  const onFile = <T>(caseId: string, file: string, job: (open: Session, key: FileKey) => Answer<T>): Answer<T> =>
    opened((open) =>
      inAnyLog(open, caseId, async (log) => {
        const state = await stateOf(open, log);
        const key = state.ok ? await fileKeyOf(open, state.value, file) : state;
        return key.ok ? job(open, key.value) : key;
      }),
    );

  const enter = (open: (database: Database) => Answer<Session>): Answer<{ readonly cases: readonly string[] }> =>
    inTurn(() =>
      attempt(async () => {
        tested ??= selfTest();
        const [failed] = await tested;
        if (failed !== undefined) return err({ code: "vault-device-unfit", where: failed });
        const next = await open(await places.current());
        if (!next.ok) return next;
        if (session !== undefined) endSession(session);
        session = next.value;
        // It only helps to tell a loss from a beginning; a full store is no reason to stay out.
        await expectation.write().catch(() => undefined);
        return ok({ cases: next.value.catalogue.cases });
      }),
    );

  /** What ends the session with what it erased. */
  const erasing = (erase: (open: Session) => Answer<null>): Answer<null> =>
    inTurn(() =>
      opened(async (open) => {
        const done = await erase(open);
        if (!done.ok) return done;
        endSession(open);
        session = undefined;
        loaded = [];
        return done;
      }),
    );

  const vault: WorkerVault = {
    status: () => readStatus(places, expectation, deps.name),
    saveSettings: (settings) => inTurn(() => attempt(async () => saveSettings(await places.current(), settings))),
    generateWords: async (count) => {
      await cryptoReady();
      return generateWords(count);
    },
    ...waysCalls(deps, onOpen),
    create: (passphrase) => enter((database) => create(deps, database, passphrase)),
    createBeside: (current, passphrase) => inTurn(() => opened((open) => createBeside(deps, open, current, passphrase))),
    unlock: (passphrase) => enter((database) => unlock(deps, database, passphrase)),
    unlockWithPasskey: (output) => enter((database) => unlockWithPasskey(deps, database, output).finally(() => output.fill(0))),
    ...renewCalls({ deps, places }, onOpen, (old, next) => {
      // Locked in the meantime, or opened anew: then it is not wanted any more.
      if (session !== old && next !== undefined) endSession(next);
      if (session !== old) return;
      session = next;
      loaded = [];
    }),
    takeOver: () => inTurn(() => opened((open) => takeOver(deps.name, open, places))),
    lock: async () => {
      loaded = [];
      if (session !== undefined) endSession(session);
      session = undefined;
      places.closeAll();
    },
    createCase: () => inTurn(() => opened(makeCase)),
    loadCase: (caseId) =>
      inTurn(() =>
        opened(async (open) => {
          const read = await readLine(open, caseId);
          if (!read.ok) return read;
          loaded = read.value.logs;
          for (const log of loaded) open.cases.set(log.state.caseId, log.state);
          for (const log of loaded) await cleanLeftovers(open, log);
          return ok(partsOf(open, read.value));
        }),
      ),
    verifyLoaded: (caseId) =>
      opened(async () => {
        const logs = loaded;
        loaded = [];
        return ok(logs[0]?.state.caseId === caseId ? logs.flatMap(rootDamage) : []);
      }),
    append: (caseId, expectedSize, drafts, at, offset) =>
      changing(caseId, async (open, state) => {
        const before = await entriesBefore(open, caseId);
        if (!before.ok) return before;
        const added = await append(open, state, expectedSize - before.value, drafts, { at, offset });
        if (!added.ok || before.value === 0) return added;
        return ok(added.value.map((entry) => ({ ...entry, seq: entry.seq + before.value, log: caseId })));
      }),
    erase: (caseId, seq, known) =>
      changing(caseId, async (open) => {
        const place = await placeOf(open, caseId, seq);
        return place.ok ? erase(open, place.value.log, place.value.seq, known) : place;
      }),
    eraseCase: (caseId) => inTurn(() => opened((open) => eraseCase(open, caseId))),
    eraseVault: () => erasing((open) => eraseVault(open, expectation, places, deps.name)),
    eraseAll: () => erasing((open) => eraseAll(open, expectation, places)),
    ...inboxCalls(deps.name, onOpen),
    ...fileCalls(opened, changing),
    forgetFiles: (caseId, files) => changing(caseId, (open) => forgetNamed(open, caseId, files, (log) => stateOf(open, log))),
    readChunk: (caseId, file, index) =>
      onFile(caseId, file, async (open, key) => {
        const piece = await readChunk(open, key, index);
        return piece.ok ? ok(bufferOf(piece.value)) : piece;
      }),
    readFile: (caseId, file) =>
      onFile(caseId, file, async (open, key) => {
        const whole = await readWhole(open, key);
        return whole.ok ? ok(whole.value.buffer) : whole;
      }),
    readSecret: (caseId, id) =>
      opened((open) =>
        inAnyLog(open, caseId, async (log) => {
          const state = await stateOf(open, log);
          const record = state.ok ? await readSecretRecord(open, state.value, id) : state;
          return record.ok ? ok(record.value.text) : record;
        }),
      ),
    saveDraft: (caseId, field, text) => changing(caseId, (open, state) => writeDraft(open, state, field, text)),
    loadDrafts: (caseId) =>
      onCase(caseId, async (open, state) => {
        const drafts = await readDrafts(open, state);
        return typeof drafts === "string"
          ? err({ code: drafts === "newer" ? "vault-newer" : "vault-damaged", where: "draft" })
          : ok(drafts);
      }),
    checkIntegrity: (caseId, onProgress = () => undefined) => inTurn(() => opened((open) => checkLine(open, caseId, onProgress))),
  };
  const backup = backupCalls({ deps, onOpen, changing, enter });
  const shared: VaultParts["shared"] = (item) => opened((open) => sharedSource(open, item));
  return { vault, disclose: (caseId) => opened((open) => discloseCase(open, caseId)), backup, shared };
};

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
