import type { Result } from "../lib/result.ts";
import type { Instant } from "../lib/time.ts";
import type { EntryDraft, StoredEntry, StoredFile, VaultError } from "./types.ts";

type Outcome<T> = Promise<Result<T, VaultError>>;

/** One entry of a log, erased or not, as a backup keeps it. */
export type BackupLine = { readonly salt: Uint8Array; readonly text: string } | { readonly leaf: Uint8Array };

export interface BackupSecret {
  readonly id: string;
  readonly seq: number;
  readonly salt: Uint8Array;
  readonly text: string;
}

/** What of a log could not be read in the store when it was copied. */
export interface BackupLoss {
  /** Entries, as the number of the first one and how many. Their leaves stand as zeros. */
  readonly entries: readonly (readonly [first: number, count: number])[];
  /** Files whose key or bytes are damaged; they are among `absent`. */ readonly files: readonly string[];
  /** Private records. */ readonly secrets: number;
  /** The key that seals what is handed over is a new one. */ readonly seal: boolean;
  /** No entry is lost, but they do not give the root that was kept: one may not be as it was written. */ readonly root: boolean;
}

/** One log on its way into a backup or out of one, inside the worker. */
export interface BackupLog {
  readonly log: string;
  readonly size: number;
  /** RFC 6962 root over all leaves. */ readonly root: Uint8Array;
  /** Every entry in order, anew at each call. */ readonly lines: () => AsyncIterable<BackupLine> | Iterable<BackupLine>;
  /** Ed25519 seed, 32 bytes; the caller wipes its copy. */ readonly seed: () => Uint8Array;
  readonly secrets: readonly BackupSecret[];
  readonly files: readonly StoredFile[];
  /** Files that entries name and that are not among `files`. */ readonly absent: readonly string[];
  readonly lost?: BackupLoss | undefined;
  /** How many private records were left out on purpose, and the seal key with them: the backup is for somebody else's key. */
  readonly withheld?: number | undefined;
  /** Exact bytes in pieces; throws `{code}` on damage. */ readonly bytes: (file: string) => AsyncIterable<Uint8Array>;
}

/** A case with its logs, its own first. */
export type BackupCase = readonly [BackupLog, ...BackupLog[]];

/** What of a case goes into a backup. */
export interface BackupChoice {
  readonly caseId: string;
  /** Entries that the choice was made from; with another number in the store it is refused (`vault-taken`). */ readonly size: number;
  /** Files that go along. Any other that an entry names is only told to be absent. */ readonly files: readonly string[];
}

/** First entry of a restored case, made from where its history ends. */
export type FirstEntry = (parent: { readonly log: string; readonly size: number; readonly root: string }) => EntryDraft;

/**
 * The entries with which another copy of a case is brought in: where that copy stood, and how many of its entries were not here; then what is to hold
 * whatever the two said. They stand last.
 */
export type MergedEntries = (
  parent: { readonly log: string; readonly size: number; readonly root: string },
  entries: number,
) => readonly EntryDraft[];

/** What backups may ask of the vault, inside the worker. */
export interface VaultBackup {
  /** Each case as it lies in the store now. */
  readonly read: (choices: readonly BackupChoice[]) => Outcome<readonly BackupCase[]>;
  /** Entries of a case of a backup in their line, as `loadCase` gives those of a kept one. */
  readonly entries: (logs: BackupCase) => Promise<readonly StoredEntry[]>;
  /**
   * A new vault with these cases, beside any other; opened once it is whole. Until then nothing of it can be seen, whenever it is ended.
   * `done`: bytes of files so far.
   */
  readonly restore: (
    passphrase: string,
    cases: readonly BackupCase[],
    first: FirstEntry,
    stamp: { readonly at: Instant; readonly offset: number },
    onProgress: (done: number) => void,
  ) => Outcome<{ readonly cases: readonly string[] }>;
  /** Which of the cases of a backup is a copy of this one: they have one seal key. -1: none. */
  readonly copyOf: (caseId: string, cases: readonly BackupCase[]) => Outcome<number>;
  /**
   * Another copy of a case brought in: its logs are kept beside the case's own, and what only it had is numbered by time among what came after the
   * two parted. All of it in one transaction, after the chunks of its files. Answers how many entries were not here.
   */
  readonly merge: (
    caseId: string,
    logs: BackupCase,
    merged: MergedEntries,
    stamp: { readonly at: Instant; readonly offset: number },
    onProgress: (done: number) => void,
  ) => Outcome<number>;
}
