import { randomBytes } from "../../crypto/random.ts";
import { signingKeyFromSeed } from "../../crypto/sign.ts";
import { cryptoReady } from "../../crypto/sodium.ts";
import { concat, hex } from "../../lib/bytes.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import type { EventKind } from "../../case/events.ts";
import type { BackupLog, FirstEntry, MergedEntries, VaultBackup } from "../../vault/backup-types.ts";
import type { VaultError } from "../../vault/types.ts";
import type { Key } from "../age/age.ts";
import { parseIdentity } from "../age/keys.ts";
import type { Scrypt } from "../age/passphrase.ts";
import { passphraseOf } from "../open.ts";
import { nowAndThen } from "../exporter.ts";
import { Refusal, settle } from "../refusal.ts";
import { lostIn, withFiles, withoutDamaged } from "./damaged.ts";
import { openBackup, type OpenBackup } from "./read.ts";
import type { BackupError, Backups, OnProgress, OpenedBackup } from "./types.ts";
import { isWithheld, withhold } from "./withhold.ts";
import { shareOf, writeBackup } from "./write.ts";

export interface BackupsDeps {
  readonly vault: VaultBackup;
  /** Runs in a throw-away worker. */ readonly scrypt: Scrypt;
  /** scrypt's; tests lower it. */ readonly logN?: number;
}

const startOf = async (pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> => {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    kept.push(piece.slice(0, most - length));
    length += kept.at(-1)?.length ?? 0;
    if (length >= most) break;
  }
  return concat(...kept);
};

/** What the vault throws out of its streams. */
class Failed extends Error {
  readonly error: VaultError;
  constructor(error: VaultError) {
    super(error.code);
    this.error = error;
  }
}

/** Makes, opens and restores backups beside the exporter. It holds at most one opened backup. */
export const makeBackups = ({ vault, scrypt, logN }: BackupsDeps): Backups => {
  let opened: OpenBackup | undefined;
  const close = (): void => {
    opened?.close();
    opened = undefined;
  };
  let stops = 0;
  const stopper = (): (() => boolean) => {
    const begun = stops;
    return () => stops !== begun;
  };
  return {
    make: async (plan, lock, to, onProgress) => {
      const isStopped = stopper();
      await cryptoReady();
      const read = await vault.read(plan.cases);
      if (!read.ok) return err(sourceError(read.error));
      const deps = {
        random: randomBytes,
        scrypt,
        onProgress: nowAndThen(onProgress),
        isStopped,
        ...(logN === undefined ? {} : { logN }),
      };
      const going = "address" in lock ? read.value.map((logs) => withhold(logs, randomBytes(32))) : read.value;
      const made = await settle(() => withoutDamaged(going, (cases) => writeBackup(plan, cases, lock, to, deps)));
      if (!made.ok) return made;
      const { written, cases } = made.value;
      return ok({
        backup: written.backup,
        file: to === null ? written.file : null,
        name: `${plan.date}-archive.age`,
        size: written.file.size,
        cases: cases.map((logs) => ({
          caseId: logs[0].log,
          entries: logs.reduce((sum, { size }) => sum + size, 0),
          files: logs.reduce((sum, { files }) => sum + files.length, 0),
          lost: lostIn(logs),
          withheld: isWithheld(logs),
        })),
      });
    },
    checkAddress: async (address) => {
      await cryptoReady();
      return settle(async () => {
        shareOf(address, randomBytes);
        return null;
      });
    },
    open: async (file, typed, onProgress) => {
      close();
      const isStopped = stopper();
      await cryptoReady();
      const secret = parseIdentity(typed.trim().toUpperCase());
      if (secret === undefined && /^age-secret-key-/iu.test(typed.trim())) return err({ code: "backup-bad-key" });
      const key: Key = secret === undefined ? { by: "passphrase", passphrase: passphraseOf(typed), scrypt } : { by: "identity", secret };
      const read = await settle(() => openBackup(file, [key], nowAndThen(onProgress), isStopped));
      secret?.fill(0);
      if (!read.ok) return read;
      // Another may have been opened meanwhile.
      close();
      opened = read.value;
      return ok(describe(opened));
    },
    entries: async (index) => {
      const logs = opened?.cases[index];
      return logs === undefined ? err({ code: "backup-not-one" }) : settle(() => vault.entries(logs));
    },
    start: async (index, file, bytes) => {
      const log = opened?.cases[index]?.find(({ files }) => files.some((one) => one.file === file));
      return log === undefined ? err({ code: "backup-not-one" }) : settle(() => startOf(log.bytes(file), bytes));
    },
    restore: async (passphrase, files, stamp, onProgress) => {
      const from = opened;
      if (from === undefined) return err({ code: "backup-not-one" });
      const coming = new Set(files);
      const cases = from.cases.map((logs) => withFiles(logs, (file) => coming.has(file)));
      const done = await fromVault(vault.restore(passphrase, cases, firstEntry, stamp, reporter(cases.flat(), stopper(), onProgress)));
      if (done.ok) close();
      return done;
    },
    copyOf: (caseId) => vault.copyOf(caseId, opened?.cases ?? []),
    merge: (caseId, index, files, unsaved, answers, stamp, onProgress) => {
      const logs = opened?.cases[index];
      if (logs === undefined) return Promise.resolve(err({ code: "backup-not-one" }));
      const coming = new Set(files);
      const kept = withFiles(logs, (file) => coming.has(file));
      const merged: MergedEntries = (parent, entries) => [
        { kind: "case.merged.v1" satisfies EventKind, body: { parent, entries, unsaved }, secrets: [] },
        ...answers,
      ];
      return fromVault(vault.merge(caseId, kept, merged, stamp, reporter(kept, stopper(), onProgress)));
    },
    close: () => {
      close();
      return Promise.resolve();
    },
    stop: () => {
      stops++;
      return Promise.resolve();
    },
  };
};

/** The vault answers in values; what its streams throw of ours becomes one. */
const fromVault = <T>(asked: Promise<Result<T, VaultError>>): Promise<Result<T, BackupError>> =>
  settle(async () => {
    const done = await asked;
    if (!done.ok) throw new Failed(done.error);
    return done.value;
  }).catch((thrown: unknown): Result<never, BackupError> => {
    if (thrown instanceof Failed) return err(thrown.error);
    throw thrown;
  });

/** Tells how many bytes of files are done, and ends the work where that was asked for. */
const reporter = (logs: readonly BackupLog[], isStopped: () => boolean, onProgress: OnProgress | undefined): ((bytes: number) => void) => {
  const total = logs.reduce((sum, log) => sum + log.files.reduce((bytes, { size }) => bytes + size, 0), 0);
  const report = nowAndThen(onProgress);
  return (bytes) => {
    if (isStopped()) throw new Refusal("stopped");
    report(Math.min(bytes, total), total);
  };
};

/** A restored case goes on in a log of its own, which names the one that it came from. */
const firstEntry: FirstEntry = (parent) => ({ kind: "case.opened.v2" satisfies EventKind, body: { parent }, secrets: [] });

const sourceError = ({ code, where }: VaultError): BackupError =>
  code === "vault-damaged"
    ? { code: "backup-source-damaged", ...(where === undefined ? {} : { where }) }
    : code === "vault-taken" && where === "size"
      ? { code: "backup-source-moved" }
      : { code, ...(where === undefined ? {} : { where }) };

const describe = ({ facts, cases }: OpenBackup): OpenedBackup => ({
  backup: facts.backup,
  made: facts.made,
  cases: cases.map((logs) => {
    const seed = logs[0].seed();
    const { publicKey, secretKey } = signingKeyFromSeed(seed);
    seed.fill(0);
    secretKey.fill(0);
    const files = logs.flatMap((log) => log.files);
    return {
      log: logs[0].log,
      entries: logs.reduce((sum, { size }) => sum + size, 0),
      files: files.length,
      size: files.reduce((sum, { size }) => sum + size, 0),
      absent: logs.reduce((sum, { absent }) => sum + absent.length, 0),
      lost: lostIn(logs),
      withheld: isWithheld(logs),
      key: hex(publicKey),
    };
  }),
});
