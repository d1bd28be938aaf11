import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes, gzip, that a build may take at most; raising one is a commit that says why. From the performance goals of the design. */
export const budget = { firstScreen: 60_000, wholeApp: 1_500_000 } as const;

const gzip = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length;

/** Scripts and styles that index.html asks for, and what those import at once (not on demand), as paths inside the build. */
export const firstScreenFiles = (folder: string): readonly string[] => {
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const asked = [...read("index.html").matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/gu)].map(([, path = ""]) => path);
  const seen = new Set(asked);
  for (const path of seen) {
    if (!path.endsWith(".js")) continue;
    for (const [, spec = ""] of read(path).matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/gu))
      seen.add(posix.join(dirname(path), spec));
  }
  return [...seen];
};

/** Paths of build.txt: everything the service worker keeps. */
export const precachedFiles = (folder: string): readonly string[] =>
  readFileSync(join(folder, "build.txt"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(66));

/** What a build costs to load: the first screen, and everything there is to keep (with sw.js and build.txt themselves). */
export const sizesOf = (folder: string): Readonly<Record<keyof typeof budget, number>> => {
  const sum = (paths: readonly string[]): number => paths.reduce((bytes, path) => bytes + gzip(readFileSync(join(folder, path))), 0);
  return { firstScreen: sum(firstScreenFiles(folder)), wholeApp: sum([...precachedFiles(folder), "build.txt", "sw.js"]) };
};

/** Every file of a folder, as sorted paths inside it. */
export const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
