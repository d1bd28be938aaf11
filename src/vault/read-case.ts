import { rootOf, rootOfFrontier } from "../crypto/merkle.ts";
import { sameBytes } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { leafOf } from "./entry.ts";
import { draftId } from "./drafts.ts";
import { findSegments, placeSegment, readSegment, segmentDamage } from "./find-segments.ts";
import { headId, openHead, type Head, type SegmentRef } from "./head.ts";
import { revisionOf } from "./json-row.ts";
import { keyringId } from "./keyring.ts";
import { rebuildHead } from "./rebuild-head.ts";
import { rowName, versionOf } from "./rows.ts";
import { segmentId, type Segment } from "./segment.ts";
import { settle, type CaseState, type Session } from "./session.ts";
import type { Damage, VaultError } from "./types.ts";

/** A segment that the head names, and its entries when they can be trusted. */
export interface ReadSegment {
  readonly ref: SegmentRef;
  readonly segment: Segment | undefined;
}
export interface ReadCase {
  readonly state: CaseState;
  readonly segments: readonly ReadSegment[];
}

/** Reads head and segments of a case from the store and verifies tags, places and versions. */
export const readCase = async (session: Session, caseId: string): Promise<Result<ReadCase, VaultError>> => {
  const settled = await settle(session);
  if (!settled.ok) return settled;
  const { cases, attached } = session.catalogue;
  if (!cases.includes(caseId) && !attached.some(({ log }) => log === caseId)) return err({ code: "vault-not-found", where: "case" });
  const [headRow] = await session.database.rows([rowName(session, headId(caseId))]);
  const head = openHead(session, caseId, headRow);
  if (head === "newer") return err({ code: "vault-newer", where: "head" });
  const stored = headRow === undefined ? null : versionOf(headRow);
  if (head === "missing" || head === "altered") return fromSegments(session, caseId, stored, head);

  if (await hasNewerRows(session, caseId, head)) return fromSegments(session, caseId, stored, "older", head.scars);

  // One more than the head names: if it is there, the head is an older one.
  const refs = [...head.segments, { first: head.tree.size, version: "" }];
  const rows = await session.database.rows(refs.map((ref, number) => rowName(session, segmentId(caseId, number, ref.first))));
  const damage: Damage[] = [];
  const segments: ReadSegment[] = [];
  for (const [number, ref] of refs.entries()) {
    const read = readSegment(session, segmentId(caseId, number, ref.first), rows[number]);
    if (read === "newer") return err({ code: "vault-newer", where: "segment" });
    const beyond = number === head.segments.length;
    if (beyond ? typeof read !== "string" : typeof read !== "string" && read.segment.revision > head.revision)
      return fromSegments(session, caseId, stored, "older", head.scars);
    if (beyond) break;
    const why = typeof read === "string" ? read : read.version === ref.version ? undefined : "older";
    if (why !== undefined) damage.push({ what: "segment", number, why });
    segments.push({ ref, segment: why === undefined && typeof read !== "string" ? read.segment : undefined });
  }
  const unexpected = await unexpectedRows(session, caseId, head, segments);
  if (unexpected === "older") return fromSegments(session, caseId, stored, "older", head.scars);
  for (const i of unexpected.keys()) damage.push({ what: "segment", number: segments.length + i, why: "unexpected" });
  const known = [...segments, ...unexpected];
  const named = { ...head, segments: known.map(({ ref }) => ref) };
  return ok({ state: { caseId, head: named, stored, tail: known.at(-1)?.segment ?? null, damage }, segments: known });
};

/** Rows behind the last segment: the head is an older one when they can be placed, else they are left alone and counted, never written over. */
const unexpectedRows = async (
  session: Session,
  caseId: string,
  head: Head,
  segments: readonly ReadSegment[],
): Promise<readonly ReadSegment[] | "older"> => {
  const unexpected: ReadSegment[] = [];
  const readable = segments.findLastIndex(({ segment }) => segment !== undefined);
  for (;;) {
    const number = segments.length + unexpected.length;
    const [row] = await session.database.rows([rowName(session, segmentId(caseId, number, 0))]);
    if (row === undefined) return unexpected;
    const lost = number - 1 - readable;
    const { read } = placeSegment(session, caseId, number, row, segments[readable + 1]?.ref.first ?? head.tree.size, lost);
    if (typeof read !== "string" && read.segment.revision > head.revision) return "older";
    unexpected.push({ ref: { first: head.tree.size, version: versionOf(row) }, segment: undefined });
  }
};

/**
 * Computes every leaf and the root again and compares with the head. Tags and versions already show any change made from outside; this shows a
 * mistake of our own. Nothing can be said while a segment is lost, which is named anyway.
 */
export const rootDamage = ({ state, segments }: ReadCase): readonly Damage[] => {
  if (segments.some(({ segment }) => segment === undefined)) return [];
  const leaves = segments.flatMap(({ segment }) => segment?.entries.map(leafOf) ?? []);
  const { tree } = state.head;
  const holds = leaves.length === tree.size && sameBytes(rootOf(leaves), rootOfFrontier(tree));
  return holds ? [] : [{ what: "head", number: 0, why: "altered" }];
};

/** The head is lost or an older one: what the rows themselves say, the loss kept in mind for good. */
const fromSegments = async (
  session: Session,
  caseId: string,
  stored: string | null,
  why: Damage["why"],
  scars: readonly Damage[] = [],
): Promise<Result<ReadCase, VaultError>> => {
  const segments = await findSegments(session, caseId);
  if (segments === "newer") return err({ code: "vault-newer", where: "segment" });
  const head = await rebuildHead(session, caseId, segments, [
    ...scars.filter(({ what }) => what !== "head"),
    { what: "head", number: 0, why },
  ]);
  return ok({ state: { caseId, head, stored, tail: segments.at(-1)?.segment ?? null, damage: segmentDamage(segments) }, segments });
};

/** A keyring or draft row that was written after this head. */
const hasNewerRows = async (session: Session, caseId: string, head: Head): Promise<boolean> => {
  const versions = [...head.keyrings, ""].map((version, number) => [keyringId(caseId, number), version] as const);
  const named = [...versions, [draftId(caseId), head.draft ?? ""] as const];
  const rows = await session.database.rows(named.map(([id]) => rowName(session, id)));
  return named.some(([id, version], i) => {
    const row = rows[i];
    return row !== undefined && versionOf(row) !== version && revisionOf(session, id, row) > head.revision;
  });
};
