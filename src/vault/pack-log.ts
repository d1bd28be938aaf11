import { sha256Stream } from "../crypto/hash.ts";
import { emptyFrontier, pushLeaves, type Frontier } from "../crypto/merkle.ts";
import { hex, utf8 } from "../lib/bytes.ts";
import { leafOf, liveEntry, type Entry } from "./entry.ts";
import { chunkId, sealChunk } from "./files.ts";
import { chunkBytes, entryBytes, segmentBytes } from "./format.ts";
import type { SegmentRef } from "./head.ts";
import { chunkCount, keyringId, keysPerRing, newFileKey, sealKeyring, type FileKey } from "./keyring.ts";
import { sealRow, versionOf, type RowBox, type RowId } from "./rows.ts";
import { encodeSegment, entryLength, segmentId, type Segment } from "./segment.ts";
import { Refused } from "./store-errors.ts";
import type { BackupLine } from "./backup-types.ts";
import type { StoredFile } from "./types.ts";

export type SealedRow = readonly [RowId, Uint8Array<ArrayBuffer>];
/** Takes rows as they get ready. */
export type TakeRows = (rows: readonly SealedRow[]) => Promise<void>;
type Lines = AsyncIterable<BackupLine> | Iterable<BackupLine>;

/** The entry of a backup's line. Throws Refused for one that is too long for a row. */
export const entryOf = (line: BackupLine): Entry => {
  if ("leaf" in line) return { state: "erased", leaf: line.leaf };
  const text = utf8(line.text);
  if (text.length > entryBytes) throw new Refused({ code: "vault-too-large", where: "entry" });
  return liveEntry(line.salt, text);
};

export interface PackedLog {
  readonly tree: Frontier;
  readonly segments: readonly SegmentRef[];
  readonly tail: Segment | null;
}

/** Segments of a whole log, in rows as `append` would have left them. */
export const packLog = async (box: RowBox, log: string, revision: number, lines: Lines, take: TakeRows): Promise<PackedLog> => {
  const segments: SegmentRef[] = [];
  let tree = emptyFrontier;
  let tail: Segment | null = null;
  let pending: Entry[] = [];
  let length = 0;
  const close = async (): Promise<void> => {
    if (pending.length === 0) return;
    const first = tree.size;
    tail = { revision, entries: pending };
    const id = segmentId(log, segments.length, first);
    const row = sealRow(box, id, encodeSegment(tail));
    segments.push({ first, version: versionOf(row) });
    tree = pushLeaves(tree, pending.map(leafOf));
    pending = [];
    length = 0;
    await take([[id, row]]);
  };
  for await (const line of lines) {
    const entry = entryOf(line);
    if (pending.length > 0 && length + entryLength(entry) > segmentBytes) await close();
    pending.push(entry);
    length += entryLength(entry);
  }
  await close();
  return { tree, segments, tail };
};

/** Chunks of a file under a new key of its own. Throws Refused when the bytes are not those that were said. */
export const packFile = async ({ file, sha256, size }: StoredFile, bytes: AsyncIterable<Uint8Array>, take: TakeRows): Promise<FileKey> => {
  const key = newFileKey();
  const chunks = chunkCount(size);
  const hash = sha256Stream();
  const piece = new Uint8Array(Math.min(chunkBytes, size));
  let index = 0;
  let filled = 0;
  let done = 0;
  const seal = async (): Promise<void> => {
    await take([[chunkId(file, index), sealChunk(key, file, index, index === chunks - 1, piece.subarray(0, filled))]]);
    index++;
    filled = 0;
  };
  const altered = new Refused({ code: "vault-damaged", where: "file" });
  try {
    for await (const part of bytes) {
      hash.update(part);
      done += part.length;
      if (done > size) throw altered;
      for (let at = 0; at < part.length;) {
        const next = part.subarray(at, at + piece.length - filled);
        piece.set(next, filled);
        filled += next.length;
        at += next.length;
        if (filled === piece.length) await seal();
      }
    }
    if (filled > 0 || size === 0) await seal();
    if (done !== size || hex(hash.digest()) !== sha256) throw altered;
    return { file, key, sha256, size };
  } catch (thrown) {
    key.wipe();
    throw thrown;
  } finally {
    piece.fill(0);
  }
};

/** Keyring rows of a log, and their versions. */
export const packKeys = (
  box: RowBox,
  log: string,
  revision: number,
  keys: readonly FileKey[],
): { readonly rows: readonly SealedRow[]; readonly versions: readonly string[] } => {
  const rows = Array.from({ length: Math.ceil(keys.length / keysPerRing) }, (_, number): SealedRow => {
    const ring = { revision, keys: keys.slice(number * keysPerRing, (number + 1) * keysPerRing) };
    return [keyringId(log, number), sealKeyring(box, log, number, ring)];
  });
  return { rows, versions: rows.map(([, row]) => versionOf(row)) };
};
