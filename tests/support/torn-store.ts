import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isWholeLog } from "./leveldb.ts";

const filesOf = (profile: string, name: RegExp): readonly string[] =>
  readdirSync(join(profile, "Default/IndexedDB"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
const manifests = (profile: string): readonly string[] => filesOf(profile, /^MANIFEST-\d+$/u);

/**
 * Chromium writes each record of LevelDB's MANIFEST in two steps, head and content. A kill between the two leaves half a record; the next opening
 * ignores it, goes on writing behind it, and the one after that finds the file corrupt and deletes every database of the origin
 * (src/decisions/0020-what-a-browser-may-lose.md). Nothing in a page can see or prevent that, so a test must know it when it meets it.
 */
export const isManifestTorn = (profile: string): boolean => manifests(profile).some((path) => !isWholeLog(readFileSync(path)));

/** Leaves half a record behind, as such a kill does. The browser must not be running. */
export const tearManifest = (profile: string): void => {
  for (const path of manifests(profile)) appendFileSync(path, Uint8Array.of(1, 2, 3, 4, 60, 0, 1, 9, 9, 9));
};

/** What a kill in the midst of a write can leave at the end of LevelDB's log (its doc/log_format.md): checksum, length, type, content. */
const logTears = {
  "part of a head": [1, 2, 3],
  "a head without content": [1, 2, 3, 4, 60, 0, 1],
  "half of the content": [1, 2, 3, 4, 60, 0, 1, 9, 9, 9],
  // A whole first piece, with the checksum that it must have, of a record whose other pieces never came.
  "the first piece of several": [0x00, 0x23, 0x80, 0x2c, 3, 0, 2, 9, 9, 9],
} as const;

export type LogTear = keyof typeof logTears;

/** Leaves such an end behind; answers how many logs there were. The browser must not be running. */
export const tearLog = (profile: string, tear: LogTear): number => {
  const logs = filesOf(profile, /^\d+\.log$/u);
  for (const path of logs) appendFileSync(path, Uint8Array.from(logTears[tear]));
  return logs.length;
};
