import { hex, utf8 } from "../../lib/bytes.ts";
import type { BackupCase, BackupLog } from "../../vault/backup-types.ts";
import { startAge, type Key, type Lock, type Random } from "../age/age.ts";
import { sealToBlob } from "../age/collect.ts";
import { parseRecipient, wrapForRecipient } from "../age/keys.ts";
import { workFactor, type Scrypt } from "../age/passphrase.ts";
import { payloadBytes } from "../age/stream.ts";
import { sealToFile } from "../age/to-file.ts";
import { paddingFor } from "../bag/build-bag.ts";
import { paddingFile } from "../bag/contents.ts";
import type { Progress } from "../open.ts";
import { Refusal } from "../refusal.ts";
import { counted } from "../seal.ts";
import { maxZipBytes } from "../zip/records.ts";
import { writeZip, zipSize, type ZipInput } from "../zip/write.ts";
import { openBackup } from "./read.ts";
import { lineText, paths, secretsText, vaultText } from "./shape.ts";
import type { BackupPlan } from "./types.ts";

export interface WriteDeps {
  readonly random: Random;
  readonly scrypt: Scrypt;
  readonly onProgress: Progress;
  readonly isStopped: () => boolean;
  /** scrypt's; tests lower it. */ readonly logN?: number;
}

/** Six words, or the address (`age1…`) of whoever alone shall open it. age forbids mixing the two. */
export type BackupLock = readonly string[] | { readonly address: string };

/** The address as a share; a Refusal for anything that nobody could open. */
export const shareOf = (address: string, random: Random): Uint8Array => {
  const share = parseRecipient(address.trim());
  if (share === undefined || wrapForRecipient(new Uint8Array(16), share, random(32)) === undefined) throw new Refusal("backup-bad-address");
  return share;
};

/** A backup as it was written, and the file in which it lies. */
export interface Written {
  readonly backup: string;
  readonly file: Blob;
}

/**
 * Writes a backup and opens it again as a reader would, with every check; only then it answers. Never the vault key or the slots. In a file that
 * was chosen it lies from the end of the writing on, so from there it is stopped no more: what is there is checked. Throws a Refusal; what the vault throws for a damaged file goes on as it is. Progress counts the bytes twice, for the writing and for the check.
 */
export const writeBackup = async (
  { date, made }: Pick<BackupPlan, "date" | "made">,
  cases: readonly BackupCase[],
  lockedBy: BackupLock,
  to: FileSystemFileHandle | null,
  deps: WriteDeps,
): Promise<Written> => {
  const { scrypt } = deps;
  const passphrase = "address" in lockedBy ? undefined : lockedBy.join("-");
  const lock: Lock =
    "address" in lockedBy
      ? { by: "recipients", recipients: [shareOf(lockedBy.address, deps.random)] }
      : { by: "passphrase", passphrase: lockedBy.join("-"), logN: deps.logN ?? workFactor, scrypt };
  const backup = hex(deps.random(16));
  const logs = cases.flat();
  const files: readonly ZipInput[] = [
    textPart(paths.vault, vaultText({ backup, made, cases })),
    textPart(paths.secrets, secretsText(logs)),
    ...(await Promise.all(logs.map(logPart))),
    ...logs.flatMap((log) => log.files.map(({ file, size }) => ({ path: paths.file(file), size, bytes: () => log.bytes(file) }))),
  ];
  let fileKey: Uint8Array = new Uint8Array();
  const { start, key } = await startAge(lock, deps.random, (copy) => (fileKey = copy));
  try {
    // The size says little of what is in it, and that it is whole.
    const sizeWith = (padding: number): number => start.length + payloadBytes(zipSize([...files, { path: paths.padding, size: padding }]));
    const all = [...files, paddingFile(paddingFor(sizeWith))];
    const size = zipSize(all);
    if (size > maxZipBytes) throw new Refusal("backup-too-large");
    let isWritten = false;
    const isStopped = (): boolean => !isWritten && deps.isStopped();
    const step = (done: number): void => {
      if (isStopped()) throw new Refusal("stopped");
      deps.onProgress(Math.min(done, 2 * size), 2 * size);
    };
    const zip = counted(writeZip(all.map(rightPath), date), step);
    const file = to === null ? await sealToBlob(start, key, zip) : await sealToFile(start, key, zip, to);
    isWritten = to !== null;
    // What only somebody else can open is checked with the key that it was written with.
    const own: Key = passphrase === undefined ? { by: "file-key", fileKey } : { by: "passphrase", passphrase, scrypt };
    await check(file, own, backup, { ...deps, isStopped }, (done) => step(size + done));
    return { backup, file };
  } finally {
    key.fill(0);
    fileKey.fill(0);
  }
};

/** In a bundle the padding lies among its data. */
const rightPath = (file: ZipInput): ZipInput => (file.path === "data/padding.bin" ? { ...file, path: paths.padding } : file);

const check = async (file: Blob, key: Key, backup: string, deps: WriteDeps, onProgress: (done: number) => void): Promise<void> => {
  const opened = await openBackup(file, [key], onProgress, deps.isStopped).catch((thrown: unknown) => {
    throw thrown instanceof Refusal && thrown.error.code !== "stopped" && thrown.error.code !== "backup-too-large"
      ? new Refusal("backup-self-check-failed", thrown.error.code)
      : thrown;
  });
  opened.close();
  if (opened.facts.backup !== backup) throw new Refusal("backup-self-check-failed");
};

const textPart = (path: string, text: string): ZipInput => {
  const bytes = utf8(text);
  return { path, size: bytes.length, bytes: () => [bytes] };
};

/** Gone through twice, for its size and for its bytes: it may be as long as a year. */
const logPart = async (log: BackupLog): Promise<ZipInput> => {
  let size = 0;
  for await (const line of linesOf(log)) size += line.length;
  return { path: paths.log(log.log), size, bytes: () => linesOf(log) };
};

async function* linesOf(log: BackupLog): AsyncGenerator<Uint8Array, void> {
  let seq = 0;
  for await (const line of log.lines()) yield utf8(lineText(seq++, line));
}
