import { base64, fromUtf8, hex, unbase64, unhex } from "../../lib/bytes.ts";
import { parseInstant, type Instant } from "../../lib/time.ts";
import type { JsonObject } from "../../lib/json.ts";
import type { BackupLine, BackupLog, BackupLoss, BackupSecret } from "../../vault/backup-types.ts";
import type { StoredFile } from "../../vault/types.ts";
import { canonical, parseObject } from "../bag/json.ts";
import { noLoss } from "./damaged.ts";

/** BACKUP FORMAT 1, inside the age file: a stored zip of these, and nothing else. Every text is canonical JSON (RFC 8785) in UTF-8. */
export const format = "holdfast-backup/1";
export const paths = {
  vault: "vault.json",
  secrets: "secrets.json",
  padding: "padding.bin",
  log: (id: string): string => `logs/${id}.jsonl`,
  file: (id: string): string => `files/${id}`,
} as const;

/** Largest parts that are held in memory, and how many entries all logs may have together: a hostile backup may say anything. */
export const limits = {
  vaultBytes: 16 * 2 ** 20,
  secretsBytes: 32 * 2 ** 20,
  logsBytes: 384 * 2 ** 20,
  lineBytes: 8 * 2 ** 20,
  entryBytes: 2 ** 20,
  secretBytes: 2 ** 18,
  entries: 300_000,
  cases: 200,
  files: 30_000,
} as const;

/** `vault.json`: what there is. */
export interface VaultFacts {
  readonly backup: string;
  readonly made: Instant;
  readonly cases: readonly (readonly LogFacts[])[];
}
export interface LogFacts {
  readonly log: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly files: readonly StoredFile[];
  readonly absent: readonly string[];
  /** What was damaged where it was made, or withheld. */ readonly lost?: BackupLoss | undefined;
  /** Private records among the lost ones that were left out on purpose, and the seal key with them. */ readonly withheld?:
    number | undefined;
}
/** `secrets.json`: what signs, and the private records. */
export interface LogSecrets {
  readonly log: string;
  readonly seed: Uint8Array;
  readonly secrets: readonly BackupSecret[];
}

/** What is withheld is said to be lost as well: a reader that does not know of it takes the seal key for the new one that it is. */
const lossText = (lost: BackupLoss | undefined, withheld: number | undefined): { lost?: JsonObject; withheld?: number } => {
  if (withheld === undefined) return lost === undefined ? {} : { lost: { ...lost } };
  return { lost: { ...noLoss, ...lost, secrets: (lost?.secrets ?? 0) + withheld, seal: true }, withheld };
};

export const vaultText = ({ backup, made, cases }: VaultFacts): string =>
  `${canonical({
    format,
    backup,
    made,
    cases: cases.map((logs) => ({
      logs: logs.map(({ log, size, root, files, absent, lost, withheld }) => ({
        log,
        size,
        root: hex(root),
        files: files.map(({ file, size: bytes, sha256 }) => ({ file, size: bytes, sha256 })),
        absent,
        ...lossText(lost, withheld),
      })),
    })),
  })}\n`;

export const secretsText = (logs: readonly BackupLog[]): string => {
  const rows = logs.map((log) => {
    const seed = log.seed();
    const text = base64(seed);
    seed.fill(0);
    return {
      log: log.log,
      seed: text,
      secrets: log.secrets.map(({ id, seq, salt, text: kept }) => ({ id, seq, salt: base64(salt), text: kept })),
    };
  });
  return `${canonical({ logs: rows })}\n`;
};

/** A line of `logs/….jsonl`: with its salt, so that the leaf can be worked out; or the leaf alone once the entry was erased. */
export const lineText = (seq: number, line: BackupLine): string =>
  "leaf" in line ? `${canonical({ seq, leaf: hex(line.leaf) })}\n` : `${canonical({ seq, salt: base64(line.salt), entry: line.text })}\n`;

export const isId = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{32}$/u.test(value);
const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const digestOf = (value: unknown): Uint8Array | undefined => {
  const bytes = typeof value === "string" ? unhex(value) : undefined;
  return bytes?.length === 32 ? bytes : undefined;
};
const bytesOf = (value: unknown, length: number): Uint8Array | undefined => {
  const bytes = typeof value === "string" ? unbase64(value) : undefined;
  return bytes?.length === length ? bytes : undefined;
};
/** The list when there are at most `most` and every one reads. */
const listOf = <T>(value: unknown, most: number, read: (item: unknown) => T | undefined): readonly T[] | undefined => {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const out: T[] = [];
  for (const item of value as readonly unknown[]) {
    const one = read(item);
    if (one === undefined) return undefined;
    out.push(one);
  }
  return out;
};
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;

/** undefined: not what this format writes. "newer": another format. */
export const readVault = (bytes: Uint8Array): VaultFacts | "newer" | undefined => {
  const json = parseObject(fromUtf8(bytes) ?? "");
  if (json === undefined) return undefined;
  if (json["format"] !== format)
    return typeof json["format"] === "string" && json["format"].startsWith("holdfast-backup/") ? "newer" : undefined;
  const made = typeof json["made"] === "string" ? parseInstant(json["made"]) : undefined;
  const cases = listOf(json["cases"], limits.cases, (one) => {
    const logs = listOf(fieldsOf(one)?.["logs"], limits.cases, logFacts);
    return logs === undefined || logs.length === 0 ? undefined : logs;
  });
  if (!isId(json["backup"]) || made === undefined || cases === undefined) return undefined;
  const all = cases.flat();
  const files = all.flatMap((log) => log.files.map(({ file }) => file));
  const isTwice = new Set(all.map(({ log }) => log)).size !== all.length || new Set(files).size !== files.length;
  return isTwice ? undefined : { backup: json["backup"], made, cases };
};

const logFacts = (value: unknown): LogFacts | undefined => {
  const { log, size, root: rootText, files: fileList, absent: absentList, lost: lostFields, withheld } = fieldsOf(value) ?? {};
  const root = digestOf(rootText);
  const files = listOf(fileList, limits.files, fileFacts);
  const absent = listOf(absentList, limits.files, (id) => (isId(id) ? id : undefined));
  if (!isId(log) || !isCount(size) || root === undefined || files === undefined || absent === undefined) return undefined;
  const lost = lostFields === undefined ? null : lossIn(lostFields, size, absent);
  const isTwice = new Set([...absent, ...files.map(({ file }) => file)]).size !== absent.length + files.length;
  if (isTwice || lost === undefined) return undefined;
  const isWithheld = isCount(withheld) && lost?.seal === true && withheld <= lost.secrets;
  if (withheld !== undefined && !isWithheld) return undefined;
  return { log, size, root, files, absent, ...(lost === null ? {} : { lost }), ...(isWithheld ? { withheld } : {}) };
};

/** Runs lie inside the log, apart and in order; the files are among those that are absent. More cannot be lost than that. */
const lossIn = (value: unknown, size: number, absent: readonly string[]): BackupLoss | undefined => {
  const { entries: runs, files: list, secrets, seal, root } = fieldsOf(value) ?? {};
  let end = -1;
  const entries = listOf(runs, limits.entries, (run) => {
    const [first, count, ...more]: readonly unknown[] = Array.isArray(run) ? run : [];
    if (!isCount(first) || !isCount(count) || count === 0 || more.length > 0 || first <= end || first + count > size) return undefined;
    end = first + count;
    return [first, count] as const;
  });
  const isAbsent = new Set(absent);
  const files = listOf(list, limits.files, (id) => (isId(id) && isAbsent.delete(id) ? id : undefined));
  const isWhole =
    entries !== undefined && files !== undefined && isCount(secrets) && typeof seal === "boolean" && typeof root === "boolean";
  return isWhole ? { entries, files, secrets, seal, root } : undefined;
};

const fileFacts = (value: unknown): StoredFile | undefined => {
  const { file, size, sha256 } = fieldsOf(value) ?? {};
  return isId(file) && isCount(size) && typeof sha256 === "string" && digestOf(sha256) !== undefined ? { file, size, sha256 } : undefined;
};

export const readSecrets = (bytes: Uint8Array): readonly LogSecrets[] | undefined =>
  listOf(parseObject(fromUtf8(bytes) ?? "")?.["logs"], limits.cases * limits.cases, (value) => {
    const { log, seed: seedText, secrets: list } = fieldsOf(value) ?? {};
    const seed = bytesOf(seedText, 32);
    const secrets = listOf(list, limits.entries, secretOf);
    return isId(log) && seed !== undefined && secrets !== undefined ? { log, seed, secrets } : undefined;
  });

const secretOf = (value: unknown): BackupSecret | undefined => {
  const { id, seq, salt: saltText, text } = fieldsOf(value) ?? {};
  const salt = bytesOf(saltText, 16);
  const isWhole = isId(id) && isCount(seq) && salt !== undefined && typeof text === "string" && text.length <= limits.secretBytes;
  return isWhole ? { id, seq, salt, text } : undefined;
};

/** What one line says, and the entry's fields where it is not erased; undefined when it is not this one's line. */
export const readLine = (text: string, seq: number): { readonly line: BackupLine; readonly entry: JsonObject | undefined } | undefined => {
  const json = parseObject(text);
  if (json?.["seq"] !== seq) return undefined;
  if ("leaf" in json) {
    const leaf = digestOf(json["leaf"]);
    return leaf === undefined ? undefined : { line: { leaf }, entry: undefined };
  }
  const salt = bytesOf(json["salt"], 16);
  const kept = json["entry"];
  if (salt === undefined || typeof kept !== "string" || kept.length > limits.entryBytes) return undefined;
  const entry = parseObject(kept);
  const isEntry =
    entry?.["seq"] === seq &&
    typeof entry["at"] === "string" &&
    parseInstant(entry["at"]) !== undefined &&
    typeof entry["offset"] === "number" &&
    typeof entry["kind"] === "string" &&
    entry["body"] !== undefined;
  return isEntry ? { line: { salt, text: kept }, entry } : undefined;
};
