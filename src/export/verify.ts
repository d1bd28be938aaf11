import { leafHash, verifyConsistency, verifyInclusion } from "../crypto/merkle.ts";
import { hex, sameBytes, utf8 } from "../lib/bytes.ts";
import { asObject } from "./bag/json.ts";
import { isPathAllowed } from "./bag/names.ts";
import type { BagFacts } from "./bag/read-bag.ts";
import { folderOf, paths } from "./bag/tags.ts";
import type { Checkpoint } from "./bag/checkpoint.ts";
import type { CheckName, CheckResult } from "./types.ts";

/**
 * The named checks of format.md. This file stands alone: it needs the format, `crypto` and `lib`, and knows no vault, no page and no device, so
 * that a second implementation, a page for a court or a test can use just it.
 */

/** What the reader knows from before about the person who sealed. */
export interface Before {
  /** Signing keys seen from this person, in hex; empty: this is the first bundle. */ readonly keys: readonly string[];
  /** Of the last bundle with continuity of the same log. */ readonly checkpoint?: Checkpoint;
}

type Outcome = Omit<CheckResult, "check">;
type Check = (bag: BagFacts, before: Before) => Outcome;

/** The items that are named; the rest is counted, since a hostile bundle may give any number. */
const maxItems = 100;
const failing = (items: Iterable<string>): Outcome => {
  const found = [...items];
  const outcome = found.length === 0 ? "pass" : "fail";
  if (found.length <= maxItems) return { outcome, items: found };
  return { outcome, items: found.slice(0, maxItems), more: found.length - maxItems };
};
const notApplicable: Outcome = { outcome: "not-applicable", items: [] };

const required = [
  paths.bagit,
  paths.bagInfo,
  paths.manifest,
  paths.tagManifest,
  paths.signature,
  paths.signingKey,
  paths.howToCheck,
  paths.caseJson,
  paths.timeline,
  paths.custody,
];
/** Tag files that the tag manifest does not list: itself, and the signature over it. */
const unlisted: ReadonlySet<string> = new Set([paths.tagManifest, paths.signature]);
const single: ReadonlySet<string> = new Set([...required, paths.report, paths.consistency, paths.padding]);

/** What a bundle may hold, and nothing else. */
const hasPlace = (path: string): boolean =>
  isPathAllowed(path) && (single.has(path) || /^data\/(?:checkpoints\/[0-9a-f]{32}|notices\/[^/]+\.txt|evidence\/[^/]+)$/u.test(path));

const listed = ({ manifest, tagManifest }: BagFacts): readonly (readonly [string, string])[] => [...manifest, ...tagManifest];

/** Digests of bytes that disclosed entries name. */
const named = ({ timeline }: BagFacts): ReadonlySet<string> =>
  new Set(
    timeline.flatMap(({ entry }) => {
      const digest = asObject(entry["body"] ?? null)?.["sha256"];
      return typeof digest === "string" ? [digest] : [];
    }),
  );

/** Digests of files that say they are copies of bytes which a disclosed entry names, by their place. */
const copiesOf = ({ copies }: BagFacts, known: ReadonlySet<string>): ReadonlyMap<string, string> =>
  new Map(copies.flatMap(({ path, sha256, of }) => (known.has(of) ? [[path, sha256]] : [])));

/** A row for each check, in the order in which they are reported. Each looks at everything and names every item that fails. */
const checks: { readonly [Name in CheckName]: Check } = {
  // Whoever comes here has opened the container; one that does not open is refused with a code of its own. Other tools check its sums, so we do.
  "container-opens": (bag) => failing(bag.crcBroken),
  "format-known": (bag) => {
    const payload = [...bag.files].filter(([path]) => path.startsWith("data/"));
    const bytes = payload.reduce((sum, [, size]) => sum + size, 0);
    const counted = bytes === bag.info.payloadBytes && payload.length === bag.info.payloadFiles;
    return failing(counted ? bag.malformed : [...bag.malformed, paths.bagInfo]);
  },
  "names-allowed": (bag) =>
    failing([
      ...(bag.folder === folderOf(bag.info.bundleId) ? [] : [bag.folder]),
      ...new Set([...bag.files.keys(), ...listed(bag).map(([path]) => path)].filter((path) => !hasPlace(path))),
      ...[...bag.manifest.keys()].filter((path) => !path.startsWith("data/")),
      ...[...bag.tagManifest.keys()].filter((path) => path.startsWith("data/") || unlisted.has(path)),
    ]),
  "files-present": (bag) => failing(new Set([...required, ...listed(bag).map(([path]) => path)].filter((path) => !bag.files.has(path)))),
  "files-listed": (bag) =>
    failing(
      [...bag.files.keys()].filter((path) =>
        path.startsWith("data/") ? !bag.manifest.has(path) : !unlisted.has(path) && !bag.tagManifest.has(path),
      ),
    ),
  "digests-match": (bag) =>
    failing(
      listed(bag)
        .filter(([path, digest]) => bag.files.has(path) && bag.digests.get(path) !== digest)
        .map(([path]) => path),
    ),
  "seal-valid": (bag) => failing(bag.seal?.bundleId === bag.info.bundleId ? [] : [paths.signature]),
  "key-known": (bag, { keys }) => {
    if (bag.publicKey === undefined) return failing([paths.signingKey]);
    if (keys.length === 0) return { outcome: "first-time", items: [] };
    return failing(keys.includes(hex(bag.publicKey)) ? [] : [paths.signingKey]);
  },
  "evidence-disclosed": (bag) => {
    const known = named(bag);
    const copies = copiesOf(bag, known);
    return failing(
      [...bag.files.keys()].filter((path) => {
        const digest = bag.digests.get(path) ?? "";
        return path.startsWith(paths.evidence) && !known.has(digest) && copies.get(path) !== digest;
      }),
    );
  },
  "entries-prove": (bag) => {
    if (bag.checkpoints.length === 0 && !bag.timeline.some(({ kind }) => kind === "continuity")) return notApplicable;
    const checkpoints = new Map(bag.checkpoints.map((checkpoint) => [checkpoint.log, checkpoint]));
    return failing(
      bag.timeline.flatMap((line) => {
        if (line.kind === "extract") return [String(line.n)];
        const checkpoint = checkpoints.get(line.log);
        const leaf = leafHash(line.salt, utf8(line.text));
        const proves = checkpoint !== undefined && verifyInclusion(leaf, line.seq, checkpoint.size, line.proof, checkpoint.root);
        return proves ? [] : [String(line.seq)];
      }),
    );
  },
  "extends-earlier": (bag, { checkpoint: earlier }) => {
    if (bag.checkpoints.length === 0) return notApplicable;
    if (earlier === undefined) return { outcome: "first-time", items: [] };
    const now = bag.checkpoints.find(({ log }) => log === earlier.log);
    return failing(now !== undefined && extendsEarlier(earlier, now, bag) ? [] : [paths.checkpoints + earlier.log]);
  },
};

const extendsEarlier = (earlier: Checkpoint, now: Checkpoint, bag: BagFacts): boolean =>
  (earlier.size === now.size && sameBytes(earlier.root, now.root)) ||
  bag.consistency.some(
    ({ log, from, to, proof }) =>
      log === now.log && from === earlier.size && to === now.size && verifyConsistency(from, to, earlier.root, now.root, proof),
  );

const order: readonly CheckName[] = [
  "container-opens",
  "format-known",
  "names-allowed",
  "files-present",
  "files-listed",
  "digests-match",
  "seal-valid",
  "key-known",
  "evidence-disclosed",
  "entries-prove",
  "extends-earlier",
];

/** All checks run, all report. */
export const verify = (bag: BagFacts, before: Before): readonly CheckResult[] =>
  order.map((check) => ({ check, ...checks[check](bag, before) }));

export const allPass = (results: readonly CheckResult[]): boolean => results.every(({ outcome }) => outcome !== "fail");
