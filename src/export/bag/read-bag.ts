import { sha256, sha256Stream } from "../../crypto/hash.ts";
import { fromUtf8, hex } from "../../lib/bytes.ts";
import type { JsonObject } from "../../lib/json.ts";
import { Refusal } from "../refusal.ts";
import { crc32 } from "../../lib/crc32.ts";
import { caseJsonFaults } from "./case-json.ts";
import type { CopyLine } from "./copies.ts";
import { parseCustody, refuseTooMuchHistory } from "./custody.ts";
import { parseCheckpoint, parseConsistency, type Checkpoint, type Consistency } from "./checkpoint.ts";
import { parseObject } from "./json.ts";
import { heldPaths, refuseTooManyLines } from "./limits.ts";
import { parsePublicKey, verifyMinisig } from "./minisign.ts";
import { parseSealComment, type SealComment } from "./seal-comment.ts";
import { bagitText, bundleFormat, formatOf, parseBagInfo, parseManifest, paths, type BagInfo, type Manifest } from "./tags.ts";
import { parseTimeline, type TimelineLine } from "./timeline.ts";

/** A bag that can be read; where it comes from does not matter to the checks. */
export interface Bag {
  /** Name of its folder. */ readonly folder: string;
  /** Path in the folder → size. */ readonly files: ReadonlyMap<string, number>;
  /** Path → CRC-32 that the container says of the file. */ readonly crcs: ReadonlyMap<string, number>;
  readonly stream: (path: string) => AsyncIterable<Uint8Array>;
}

/** All that the checks look at, read once. What could not be read is named in `malformed`, and what depends on it is empty. */
export interface BagFacts {
  readonly folder: string;
  readonly files: ReadonlyMap<string, number>;
  readonly info: BagInfo;
  readonly manifest: Manifest;
  readonly tagManifest: Manifest;
  /** SHA-256 of every file that is there. */ readonly digests: ReadonlyMap<string, string>;
  /** Files whose bytes do not have the sum that the container says: unzip would refuse them. */ readonly crcBroken: readonly string[];
  readonly malformed: readonly string[];
  readonly publicKey: Uint8Array | undefined;
  /** undefined: no valid signature for this key. */ readonly seal: SealComment | undefined;
  readonly sealDigest: Uint8Array;
  readonly caseJson: JsonObject | null;
  readonly timeline: readonly TimelineLine[];
  readonly checkpoints: readonly Checkpoint[];
  readonly consistency: readonly Consistency[];
  readonly copies: readonly CopyLine[];
  /** Rows about files and checks. */ readonly custody: readonly JsonObject[];
}

/** Throws a Refusal for a format that is not known, for a bag without its first two files or beyond the limits, and when the source does. */
export const readBag = async (bag: Bag, onBytes: (count: number) => void): Promise<BagFacts> => {
  const held = heldPaths(bag.files);
  const kept = new Map<string, Uint8Array>();
  const textOf = (path: string): string => fromUtf8(kept.get(path) ?? new Uint8Array(0)) ?? "";
  for (const path of [paths.bagit, paths.bagInfo]) kept.set(path, await readAll(bag, path));
  const format = formatOf(textOf(paths.bagInfo));
  if (format === undefined) throw new Refusal("bundle-malformed", paths.bagInfo);
  if (format !== bundleFormat) throw new Refusal("bundle-format-unknown", paths.bagInfo);
  if (textOf(paths.bagit) !== bagitText) throw new Refusal("bundle-format-unknown", paths.bagit);
  const info = parseBagInfo(textOf(paths.bagInfo));
  if (info === undefined) throw new Refusal("bundle-malformed", paths.bagInfo);

  const digests = new Map<string, string>();
  const malformed: string[] = [];
  const crcBroken: string[] = [];
  for (const path of bag.files.keys()) {
    const found = await readOne(bag, path, held.has(path), onBytes);
    digests.set(path, found.digest);
    if (found.bytes !== undefined) kept.set(path, found.bytes);
    if (found.crc !== bag.crcs.get(path)) crcBroken.push(path);
    if (path === paths.padding && !found.isZero) malformed.push(path);
  }

  const manifestIn = (path: string): Manifest => {
    const manifest = parseManifest(textOf(path));
    if (manifest === undefined) malformed.push(path);
    return manifest ?? new Map<string, string>();
  };
  const linesIn = <T>(path: string, parse: (line: string) => T | undefined): readonly T[] =>
    readLines(textOf(path), path, parse, malformed);
  const tagBytes = kept.get(paths.tagManifest) ?? new Uint8Array(0);
  const publicKey = parsePublicKey(textOf(paths.signingKey));
  const comment = publicKey === undefined ? undefined : verifyMinisig(publicKey, tagBytes, textOf(paths.signature));
  const caseJson = parseObject(textOf(paths.caseJson));
  const caseFaults = caseJson === undefined ? [""] : caseJsonFaults(caseJson);
  for (const at of caseFaults) malformed.push(`${paths.caseJson}#${at}`);
  refuseTooManyLines(textOf(paths.timeline), paths.timeline);
  const timeline = parseTimeline(textOf(paths.timeline));
  // One at a time: as arguments of one call, a hostile number of them would overflow the stack.
  for (const line of timeline.bad) malformed.push(`${paths.timeline}:${line}`);
  const custody = linesIn(paths.custody, parseCustody);
  refuseTooMuchHistory(custody, paths.custody);
  const facts = {
    folder: bag.folder,
    files: bag.files,
    info,
    manifest: manifestIn(paths.manifest),
    tagManifest: manifestIn(paths.tagManifest),
    digests,
    crcBroken,
    publicKey,
    seal: parseSealComment(comment ?? ""),
    sealDigest: sha256(tagBytes),
    caseJson: caseJson !== undefined && caseFaults.length === 0 ? caseJson : null,
    timeline: timeline.lines,
    checkpoints: readCheckpoints(bag, textOf, malformed),
    consistency: linesIn(paths.consistency, parseConsistency),
    copies: custody.flatMap(({ copy }) => copy ?? []),
    custody: custody.flatMap(({ copy, row }) => (copy === undefined ? [row] : [])),
  };
  return { ...facts, malformed };
};

interface Read {
  readonly digest: string;
  readonly crc: number;
  readonly isZero: boolean;
  /** When they are to be held. */ readonly bytes: Uint8Array | undefined;
}

/** Sums of a file, and its bytes when the checks need them. */
const readOne = async (bag: Bag, path: string, isHeld: boolean, onBytes: (count: number) => void): Promise<Read> => {
  const sum = sha256Stream();
  const bytes = isHeld ? new Uint8Array(bag.files.get(path) ?? 0) : undefined;
  let [at, crc, isZero] = [0, 0, true];
  for await (const piece of bag.stream(path)) {
    sum.update(piece);
    crc = crc32(piece, crc);
    bytes?.set(piece, at);
    if (path === paths.padding) isZero &&= piece.every((byte) => byte === 0);
    at += piece.length;
    onBytes(piece.length);
  }
  return { digest: hex(sum.digest()), crc, isZero, bytes };
};

const readAll = async (bag: Bag, path: string): Promise<Uint8Array> => {
  const { bytes } = bag.files.has(path) ? await readOne(bag, path, true, () => undefined) : { bytes: undefined };
  if (bytes === undefined) throw new Refusal("bundle-malformed", path);
  return bytes;
};

const readCheckpoints = (bag: Bag, textOf: (path: string) => string, malformed: string[]): readonly Checkpoint[] =>
  [...bag.files.keys()]
    .filter((path) => path.startsWith(paths.checkpoints))
    .flatMap((path) => {
      const checkpoint = parseCheckpoint(textOf(path));
      if (checkpoint !== undefined && path === paths.checkpoints + checkpoint.log) return [checkpoint];
      malformed.push(path);
      return [];
    });

const readLines = <T>(text: string, path: string, parse: (line: string) => T | undefined, malformed: string[]): readonly T[] => {
  if (text === "") return [];
  refuseTooManyLines(text, path);
  return text
    .replace(/\n$/u, "")
    .split("\n")
    .flatMap((line, i) => {
      const parsed = parse(line);
      if (parsed === undefined) malformed.push(`${path}:${i + 1}`);
      return parsed === undefined ? [] : [parsed];
    });
};
