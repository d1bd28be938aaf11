import { labels } from "../crypto/labels.ts";
import type { Entry } from "./entry.ts";
import { formatVersion } from "./format.ts";
import type { RowId } from "./rows.ts";

/**
 * A run of entries in one row. Content: version (u8) ‖ revision (u64) ‖ count (u32) ‖ records; a record is its length (u32) ‖ 0x00 ‖ salt ‖ text,
 * or its length ‖ 0x01 ‖ leaf once erased. Numbers are big-endian. 0x00 ‖ salt ‖ text is just what the leaf hashes.
 */
export interface Segment {
  readonly revision: number;
  readonly entries: readonly Entry[];
}

const headLength = 13;
const erasedMark = 1;

export const segmentId = (caseId: string, number: number, first: number): RowId => ({ kind: "segment", owner: caseId, number, first });

/** Content bytes that an entry takes. */
export const entryLength = (entry: Entry): number => 4 + (entry.state === "live" ? entry.hashed.length : 1 + entry.leaf.length);

export const encodeSegment = ({ revision, entries }: Segment): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(entries.reduce((sum, entry) => sum + entryLength(entry), headLength));
  const view = new DataView(out.buffer);
  view.setUint8(0, formatVersion);
  view.setBigUint64(1, BigInt(revision));
  view.setUint32(9, entries.length);
  let at = headLength;
  for (const entry of entries) {
    view.setUint32(at, entryLength(entry) - 4);
    if (entry.state === "live") out.set(entry.hashed, at + 4);
    else out.set([erasedMark, ...entry.leaf], at + 4);
    at += entryLength(entry);
  }
  return out;
};

/** The segment; its entries look into `content`. */
export const decodeSegment = (content: Uint8Array): Segment | "newer" => {
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  if (view.getUint8(0) !== formatVersion) return "newer";
  const count = view.getUint32(9);
  const entries: Entry[] = [];
  let at = headLength;
  for (let i = 0; i < count; i++) {
    const end = at + 4 + view.getUint32(at);
    const live = content[at + 4] === labels.hash.leaf;
    entries.push(
      live ? { state: "live", hashed: content.subarray(at + 4, end) } : { state: "erased", leaf: content.subarray(at + 5, end) },
    );
    at = end;
  }
  return { revision: Number(view.getBigUint64(1)), entries };
};
