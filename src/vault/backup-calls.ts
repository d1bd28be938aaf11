import type { Result } from "../lib/result.ts";
import { entriesInLine, readForBackup } from "./backup.ts";
import type { VaultBackup } from "./backup-types.ts";
import type { Database } from "./database.ts";
import { copyOf, merge } from "./merge.ts";
import { restore } from "./restore.ts";
import type { CaseState, Session } from "./session.ts";
import type { VaultError } from "./types.ts";
import type { VaultDeps } from "./unlock.ts";
import type { OnOpen } from "./ways-calls.ts";

type Answer<T> = Promise<Result<T, VaultError>>;

interface BackupPort {
  readonly deps: VaultDeps;
  readonly onOpen: OnOpen;
  /** Runs a change of a case when no other is under way. */
  readonly changing: <T>(caseId: string, job: (open: Session, state: CaseState) => Answer<T>) => Answer<T>;
  /** Takes the session that `open` gives for the open vault. */
  readonly enter: (open: (database: Database) => Answer<Session>) => Answer<{ readonly cases: readonly string[] }>;
}

/** What backups may ask of the vault, inside the worker. Nothing of the inbox is among it. */
export const backupCalls = ({ deps, onOpen, changing, enter }: BackupPort): VaultBackup => ({
  read: (choices) => onOpen((open) => readForBackup(open, choices)),
  entries: entriesInLine,
  copyOf: (caseId, cases) => onOpen((open) => copyOf(open, caseId, cases)),
  merge: (caseId, logs, merged, stamp, onProgress) =>
    changing(caseId, (open, state) => merge(open, state, logs, merged, stamp, onProgress)),
  restore: (passphrase, cases, first, stamp, onProgress) =>
    enter((database) => restore(deps, database, passphrase, cases, first, stamp, onProgress)),
});
