import type { BackupCase, BackupLog, BackupLoss } from "../../vault/backup-types.ts";
import type { Written } from "./write.ts";

export const noLoss: BackupLoss = { entries: [], files: [], secrets: 0, seal: false, root: false };

export const mapCase = ([own, ...others]: BackupCase, change: (log: BackupLog) => BackupLog): BackupCase => [
  change(own),
  ...others.map(change),
];

/** With those of its files; the others are told to be absent. */
export const withFiles = (logs: BackupCase, isGoing: (file: string) => boolean): BackupCase =>
  mapCase(logs, (log) => ({
    ...log,
    files: log.files.filter(({ file }) => isGoing(file)),
    absent: [...log.absent, ...log.files.flatMap(({ file }) => (isGoing(file) ? [] : [file]))],
  }));

/** The same, and told to be damaged. */
const withoutFiles = (logs: BackupCase, damaged: ReadonlySet<string>): BackupCase =>
  mapCase(logs, (log) => {
    const files = log.files.flatMap(({ file }) => (damaged.has(file) ? [file] : []));
    const [less] = withFiles([log], (file) => !damaged.has(file));
    return files.length === 0 ? less : { ...less, lost: { ...noLoss, ...log.lost, files: [...(log.lost?.files ?? []), ...files] } };
  });

/** A file that turns out to be damaged must not cost the rest: it is left out, and counted, and the writing begins again. */
export const withoutDamaged = async (
  cases: readonly BackupCase[],
  write: (cases: readonly BackupCase[]) => Promise<Written>,
): Promise<{ readonly written: Written; readonly cases: readonly BackupCase[] }> => {
  const damaged = new Set<string>();
  for (;;) {
    const now = cases.map((logs) => withoutFiles(logs, damaged));
    let reading = "";
    const noting = now.map((logs) => mapCase(logs, (log) => ({ ...log, bytes: (file) => ((reading = file), log.bytes(file)) })));
    try {
      return { written: await write(noting), cases: now };
    } catch (thrown) {
      if (vaultCode(thrown) !== "vault-damaged" || reading === "" || damaged.has(reading)) throw thrown;
      damaged.add(reading);
    }
  }
};

const vaultCode = (thrown: unknown): string | undefined => {
  const error: unknown = thrown instanceof Error && "error" in thrown ? thrown.error : undefined;
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : undefined;
};

/** What was damaged where a case was copied, of all its logs. */
export interface Lost {
  /** Entries. */ readonly entries: number;
  /** Files, all of them among those that are absent. */ readonly files: number;
  /** Private records, such as the number that a hash service gave. */ readonly records: number;
  /** What is sealed from the copy carries another key. */ readonly seal: boolean;
  /** An entry may not be as it was written. */ readonly root: boolean;
}
export const lostIn = (logs: readonly { readonly lost?: BackupLoss | undefined }[]): Lost => {
  const all = logs.flatMap(({ lost }) => lost ?? []);
  const sum = (of: (loss: BackupLoss) => number): number => all.reduce((total, loss) => total + of(loss), 0);
  return {
    entries: sum(({ entries }) => entries.reduce((total, [, count]) => total + count, 0)),
    files: sum(({ files }) => files.length),
    records: sum(({ secrets }) => secrets),
    seal: all.some(({ seal }) => seal),
    root: all.some(({ root }) => root),
  };
};
