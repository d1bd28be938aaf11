import { emptyFrontier, pushLeaves } from "../crypto/merkle.ts";
import { draftId } from "./drafts.ts";
import { leafOf } from "./entry.ts";
import { gap, type FoundSegment } from "./find-segments.ts";
import type { Head, SecretRow } from "./head.ts";
import { revisionOf } from "./json-row.ts";
import { keyringId } from "./keyring.ts";
import { rowName, versionOf, type RowId } from "./rows.ts";
import { openSecret, secretId } from "./secrets.ts";
import type { Session } from "./session.ts";
import type { Damage } from "./types.ts";

/** A head made from the rows that are there, with the loss of the real one among its scars, which stay named. */
export const rebuildHead = async (
  session: Session,
  caseId: string,
  segments: readonly FoundSegment[],
  scars: readonly Damage[],
): Promise<Head> => {
  const rings = await probe(session, (number) => keyringId(caseId, number), gap);
  const [draft] = await session.database.rows([rowName(session, draftId(caseId))]);
  // New secrets go a gap behind the last one found, so a gap of that size is normal: what is there is looked for much further.
  const secrets = await probe(session, (number) => secretId(caseId, number), 4 * gap);
  const revisions = [
    ...segments.map(({ segment }) => segment?.revision ?? 0),
    ...rings.map(({ number, row }) => revisionOf(session, keyringId(caseId, number), row)),
    revisionOf(session, draftId(caseId), draft),
  ];
  return {
    revision: revisions.reduce((most, revision) => Math.max(most, revision), 0),
    tree: pushLeaves(emptyFrontier, leavesOf(segments)),
    segments: segments.map(({ ref }) => ref),
    keyrings: Array.from({ length: (rings.at(-1)?.number ?? -1) + 1 }, (_, number) => {
      const ring = rings.find((found) => found.number === number);
      return ring === undefined ? "" : versionOf(ring.row);
    }),
    draft: draft === undefined ? null : versionOf(draft),
    secrets: secrets.flatMap(({ number, row }): readonly SecretRow[] => {
      const secret = openSecret(session, caseId, number, row);
      return typeof secret === "string" ? [] : [{ id: secret.id, seq: secret.seq, number }];
    }),
    nextSecret: (secrets.at(-1)?.number ?? -1) + 1 + gap,
    // Which files were left out stood in the lost one alone.
    absent: [],
    catalogue: session.catalogue.revision,
    scars,
  };
};

/** Lost entries keep their places. Their leaves are unknown, so the root is nobody's; nothing is proved from it, because proofs need every leaf. */
const leavesOf = (segments: readonly FoundSegment[]): readonly Uint8Array[] => {
  const leaves: Uint8Array[] = [];
  for (const { ref, segment } of segments) {
    while (leaves.length < ref.first) leaves.push(new Uint8Array(32));
    leaves.push(...(segment?.entries.map(leafOf) ?? []));
  }
  return leaves;
};

/** Rows 0, 1, 2 … until `misses` in a row are not there. */
const probe = async (
  session: Session,
  idOf: (number: number) => RowId,
  misses: number,
): Promise<readonly { readonly number: number; readonly row: Uint8Array }[]> => {
  const found: { readonly number: number; readonly row: Uint8Array }[] = [];
  for (let start = 0; start - ((found.at(-1)?.number ?? -1) + 1) < misses; start += gap) {
    const numbers = Array.from({ length: gap }, (_, i) => start + i);
    const rows = await session.database.rows(numbers.map((number) => rowName(session, idOf(number))));
    for (const [i, row] of rows.entries()) if (row !== undefined) found.push({ number: start + i, row });
  }
  return found;
};
