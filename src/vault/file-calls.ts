import type { Result } from "../lib/result.ts";
import { dropFile, importFile, type FileSource, type InTurn } from "./files.ts";
import { sharedSource } from "./inbox-source.ts";
import type { CaseState, Session } from "./session.ts";
import type { Progress, StoredFile, Vault, VaultError } from "./types.ts";

type Answer<T> = Promise<Result<T, VaultError>>;

type FileCalls = Pick<Vault, "importShared" | "dropFile"> & {
  readonly importFile: (caseId: string, source: FileSource, onProgress?: (p: Progress) => unknown) => Answer<StoredFile>;
};

/** How files come in, from outside or from the inbox, and are dropped again. `changing` runs a change of a case when no other is under way. */
export const fileCalls = (
  opened: <T>(job: (open: Session) => Answer<T>) => Answer<T>,
  changing: <T>(caseId: string, job: (open: Session, state: CaseState) => Answer<T>) => Answer<T>,
): FileCalls => {
  const bringIn = (
    open: Session,
    caseId: string,
    source: FileSource,
    onProgress: (p: Progress) => unknown = () => undefined,
  ): Answer<StoredFile> => {
    const turn: InTurn = (step) => changing(caseId, (_, state) => step(state));
    return importFile(open, caseId, source, turn, onProgress);
  };
  return {
    importFile: (caseId, source, onProgress) => opened((open) => bringIn(open, caseId, source, onProgress)),
    importShared: (caseId, item, onProgress) =>
      opened(async (open) => {
        const source = await sharedSource(open, item);
        return source.ok ? bringIn(open, caseId, source.value, onProgress) : source;
      }),
    dropFile: (caseId, file) => changing(caseId, (open) => dropFile(open, caseId, file)),
  };
};
