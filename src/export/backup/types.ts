import type { Instant } from "../../lib/time.ts";
import type { BackupChoice } from "../../vault/backup-types.ts";
import type { EntryDraft, StoredEntry, VaultError } from "../../vault/types.ts";
import type { Lost } from "./damaged.ts";
import type { ExportError } from "../types.ts";
import type { BackupLock } from "./write.ts";

/** What is to be copied, as the page has decided it by the age rules. */
export interface BackupPlan {
  readonly cases: readonly BackupChoice[];
  /** ISO date of today, local: in the neutral name. */ readonly date: string;
  readonly made: Instant;
}

export interface MadeBackup {
  readonly backup: string;
  /** Ciphertext; null when it went straight into the file that was chosen. */ readonly file: Blob | null;
  readonly name: string;
  /** Bytes. */ readonly size: number;
  readonly cases: readonly {
    readonly caseId: string;
    readonly entries: number;
    readonly files: number;
    /** Damaged in the store: it could not be copied. */ readonly lost: Lost;
    /** It is for somebody's key: the seal key and the private records were left out. */ readonly withheld: boolean;
  }[];
}

/** A backup that was opened and has passed every check; it stays in the worker. */
export interface OpenedBackup {
  readonly backup: string;
  readonly made: Instant;
  readonly cases: readonly {
    /** Its own log. */ readonly log: string;
    readonly entries: number;
    readonly files: number;
    /** Bytes of all files. */ readonly size: number;
    /** Files that its entries name and that are not in it. */ readonly absent: number;
    /** Damaged where it was made. */ readonly lost: Lost;
    /** Made for somebody's key: the seal key and the private records were left out, and `key` is a new one. */ readonly withheld: boolean;
    /** Public half of the key that seals what is handed over, 64 hex digits. */ readonly key: string;
  }[];
}

export type BackupError = ExportError | VaultError;
type Outcome<T> = Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: BackupError }>;
export type OnProgress = (p: { readonly done: number; readonly total: number }) => void;

/** What the page may ask; implemented in the worker. */
export interface Backups {
  /** Writes the copy, opens and checks it as a reader would, and only then answers. `to`: a file that the person chose. */
  readonly make: (plan: BackupPlan, lock: BackupLock, to: FileSystemFileHandle | null, onProgress?: OnProgress) => Outcome<MadeBackup>;
  /** Whether somebody could open what is locked for this address (`backup-bad-address`). */
  readonly checkAddress: (address: string) => Outcome<null>;
  /** `typed`: six words, or an age identity (`AGE-SECRET-KEY-1…`). */
  readonly open: (file: Blob, typed: string, onProgress?: OnProgress) => Outcome<OpenedBackup>;
  /** Entries of a case of the backup that is open, in its line. */
  readonly entries: (index: number) => Outcome<readonly StoredEntry[]>;
  /** So many of the first bytes of a file of that case; fewer when it is shorter. */
  readonly start: (index: number, file: string, bytes: number) => Outcome<Uint8Array<ArrayBuffer>>;
  /** A new vault with all cases of the backup that is open; it is opened in place of any other. `files`: those that come along, and no other. */
  readonly restore: (
    passphrase: string,
    files: readonly string[],
    stamp: { readonly at: Instant; readonly offset: number },
    onProgress?: OnProgress,
  ) => Outcome<{ readonly cases: readonly string[] }>;
  /** Which case of the backup that is open is a copy of this one; -1: none. */
  readonly copyOf: (caseId: string) => Outcome<number>;
  /**
   * Brings that copy in, with `files` and no other. `unsaved`: entries of ours that are in no backup. `answers` are appended with it, after all that the
   * two said. Answers how many entries were not here.
   */
  readonly merge: (
    caseId: string,
    index: number,
    files: readonly string[],
    unsaved: number,
    answers: readonly EntryDraft[],
    stamp: { readonly at: Instant; readonly offset: number },
    onProgress?: OnProgress,
  ) => Outcome<number>;
  /** Forgets the backup that is open. */
  readonly close: () => Promise<void>;
  /** Ends what is under way; it answers `stopped`. */
  readonly stop: () => Promise<void>;
}
