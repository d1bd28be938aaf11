import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readLog, readTable, readWrapped } from "./leveldb.ts";

/** Where a searched string was found in a browser profile. */
export interface Find {
  /** The string, or the bytes as hex. */ readonly text: string;
  readonly file: string;
  readonly as: "utf-8" | "utf-16" | "bytes";
  readonly layer: "raw" | "decoded";
}
export interface SearchResult {
  readonly finds: readonly Find[];
  /** Files read, and how many of them needed decoding: a search that saw nothing proves nothing. */
  readonly files: number;
  readonly tables: number;
  readonly logs: number;
  /** Files which could not be decoded; they were still searched raw. */
  readonly undecoded: readonly string[];
}

const bothWays = (text: string): readonly { readonly text: string; readonly as: Find["as"]; readonly bytes: Buffer }[] => [
  { text, as: "utf-8", bytes: Buffer.from(text, "utf8") },
  { text, as: "utf-16", bytes: Buffer.from(text, "utf16le") },
];

/** A running browser renames and removes files between the listing and the reading. */
const readIfThere = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
};

/**
 * Searches every file below a closed (or killed) browser profile for strings, as UTF-8 and UTF-16LE: raw, and with LevelDB tables,
 * LevelDB logs and Blink's Snappy wrapping decoded. Covers IndexedDB and its blobs, local and session storage, caches, session files,
 * history. Strings shorter than 5 characters are refused: they are found by chance. Bytes are searched for as they are.
 */
export const searchProfile = (profile: string, strings: readonly (string | Uint8Array)[]): SearchResult => {
  for (const text of strings) if (text.length < 5) throw new RangeError("too short to search for");
  const needles = strings.flatMap((text): readonly { readonly text: string; readonly as: Find["as"]; readonly bytes: Buffer }[] =>
    typeof text === "string" ? bothWays(text) : [{ text: Buffer.from(text).toString("hex"), as: "bytes", bytes: Buffer.from(text) }],
  );
  const finds = new Map<string, Find>();
  const undecoded: string[] = [];
  let files = 0;
  let tables = 0;
  let logs = 0;
  const look = (bytes: Uint8Array, file: string, layer: Find["layer"]): void => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (const { text, as, bytes: needle } of needles)
      if (buffer.includes(needle)) finds.set(`${text}|${file}|${as}|${layer}`, { text, file, as, layer });
  };
  const lookInside = (bytes: Uint8Array, file: string): void => {
    look(bytes, file, "decoded");
    for (const inner of readWrapped(bytes)) look(inner, file, "decoded");
  };
  for (const entry of readdirSync(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readIfThere(path);
    if (bytes === undefined) continue;
    files += 1;
    look(bytes, path, "raw");
    for (const inner of readWrapped(bytes)) look(inner, path, "decoded");
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) lookInside(gunzipSync(bytes), path);
    const inLevelDb = /(?:leveldb|Storage|Database)$/u.test(entry.parentPath);
    if (!entry.name.endsWith(".ldb") && !(inLevelDb && entry.name.endsWith(".log"))) continue;
    try {
      const table = entry.name.endsWith(".ldb");
      for (const piece of table ? readTable(bytes) : readLog(bytes)) lookInside(piece, path);
      if (table) tables += 1;
      else logs += 1;
    } catch {
      undecoded.push(path);
    }
  }
  return { finds: [...finds.values()], files, tables, logs, undecoded };
};
