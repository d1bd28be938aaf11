import { Refusal } from "../refusal.ts";
import { paths } from "./tags.ts";

/** What of a bundle is held in memory, and how much of it at most: a hostile one may name any size and any number of lines. */

/** 30,000 disclosed entries stay below it. */
export const maxTextBytes = 64 * 2 ** 20;
/** A line for each of the most files that a bundle may have, each with the longest path, stays below it. */
export const maxManifestBytes = 2 ** 21;
/** A tag file of some lines, a checkpoint, a key, a signature with the longest label. */
export const maxSmallBytes = 1024;
/** Of all that is held, together. */
export const maxHeldBytes = 96 * 2 ** 20;
/** In one file of lines. */
export const maxLines = 50_000;

const limits: ReadonlyMap<string, number> = new Map([
  [paths.bagit, maxSmallBytes],
  [paths.bagInfo, maxSmallBytes],
  [paths.manifest, maxManifestBytes],
  [paths.tagManifest, maxManifestBytes],
  [paths.signature, maxSmallBytes],
  [paths.signingKey, maxSmallBytes],
  [paths.caseJson, maxTextBytes],
  [paths.timeline, maxTextBytes],
  [paths.consistency, maxTextBytes],
  [paths.custody, maxTextBytes],
]);

/** How many bytes of this file the checks may hold; undefined: they do not hold it. */
const limitOf = (path: string): number | undefined => limits.get(path) ?? (path.startsWith(paths.checkpoints) ? maxSmallBytes : undefined);

/** Paths whose bytes the checks need. Throws a Refusal, before anything is read, when one or all of them together are too large. */
export const heldPaths = (files: ReadonlyMap<string, number>): ReadonlySet<string> => {
  const held = new Set<string>();
  let sum = 0;
  for (const [path, size] of files) {
    const limit = limitOf(path);
    if (limit === undefined) continue;
    sum += size;
    if (size > limit || sum > maxHeldBytes) throw new Refusal("bundle-malformed", path);
    held.add(path);
  }
  return held;
};

/** Throws a Refusal for more lines than any bundle has: each bad one costs an exception and a name in the receipt. */
export const refuseTooManyLines = (text: string, path: string): void => {
  let lines = text === "" || text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
    if (++lines > maxLines) throw new Refusal("bundle-malformed", path);
};
