import { segmentBytes } from "./format.ts";
import type { SegmentRef } from "./head.ts";
import { openRow, rowName, versionOf, type RowId } from "./rows.ts";
import { decodeSegment, entryLength, segmentId, type Segment } from "./segment.ts";
import type { Session } from "./session.ts";
import type { Damage } from "./types.ts";

/** Numbers of rows have gaps (what was erased, or lost); after this many empty ones the end is taken to be reached. */
export const gap = 32;

/** A segment as its row says without the head. `lost`: why its entries cannot be had. */
export interface FoundSegment {
  readonly ref: SegmentRef;
  readonly segment: Segment | undefined;
  readonly lost: "missing" | "altered" | undefined;
}

/** A closed segment has at most so many entries: erased ones, which are the shortest. */
const mostEntries = Math.ceil(segmentBytes / entryLength({ state: "erased", leaf: new Uint8Array(32) })) + 1;

export const readSegment = (
  session: Session,
  id: RowId,
  row: Uint8Array | undefined,
): { readonly segment: Segment; readonly version: string } | "missing" | "altered" | "newer" => {
  if (row === undefined) return "missing";
  const content = openRow(session, id, row);
  if (content === undefined) return "altered";
  const segment = decodeSegment(content);
  return segment === "newer" ? "newer" : { segment, version: versionOf(row) };
};

/**
 * A segment's row is bound to the number of its first entry. Behind `lost` segments that number is not known, so all that can be are tried: some
 * 1,300 for each, a fraction of a second.
 */
export const placeSegment = (
  session: Session,
  caseId: string,
  number: number,
  row: Uint8Array | undefined,
  from: number,
  lost: number,
): { readonly first: number; readonly read: ReturnType<typeof readSegment> } => {
  for (let first = from; row !== undefined && first <= from + lost * mostEntries; first++) {
    const read = readSegment(session, segmentId(caseId, number, first), row);
    if (read !== "altered") return { first, read };
  }
  return { first: from, read: row === undefined ? "missing" : "altered" };
};

/** All segments of a case whose head is lost or an older one, in order, also those behind a lost one. */
export const findSegments = async (session: Session, caseId: string): Promise<readonly FoundSegment[] | "newer"> => {
  const found: FoundSegment[] = [];
  let next = 0;
  let lost = 0;
  for (let start = 0; start - found.length < gap; start += gap) {
    const numbers = Array.from({ length: gap }, (_, i) => start + i);
    const rows = await session.database.rows(numbers.map((number) => rowName(session, segmentId(caseId, number, 0))));
    for (const [i, row] of rows.entries()) {
      if (row === undefined) continue;
      const number = start + i;
      while (found.length < number) {
        found.push({ ref: { first: next, version: "" }, segment: undefined, lost: "missing" });
        lost++;
      }
      const { first, read } = placeSegment(session, caseId, number, row, next, lost);
      if (read === "newer") return "newer";
      if (typeof read === "string") {
        found.push({ ref: { first, version: versionOf(row) }, segment: undefined, lost: read });
        lost++;
      } else {
        found.push({ ref: { first, version: read.version }, segment: read.segment, lost: undefined });
        next = first + read.segment.entries.length;
        lost = 0;
      }
    }
  }
  return found;
};

export const segmentDamage = (found: readonly FoundSegment[]): readonly Damage[] =>
  found.flatMap(({ lost }, number): readonly Damage[] => (lost === undefined ? [] : [{ what: "segment", number, why: lost }]));
