import { rootOfFrontier, type Frontier } from "../crypto/merkle.ts";
import { base64, sameBytes, unbase64 } from "../lib/bytes.ts";
import { asFields, isCount, isText, listOf, openJson, sealJson } from "./json-row.ts";
import type { RowBox, RowId } from "./rows.ts";
import type { Damage } from "./types.ts";

/** One log segment as the head knows it: sequence number of its first entry, and which writing of the row is the current one. */
export interface SegmentRef {
  readonly first: number;
  readonly version: string;
}
export interface SecretRow {
  readonly id: string;
  /** The entry that commits to it. */ readonly seq: number;
  /** Number of its row. */ readonly number: number;
}

/**
 * The head row of a case: written in the same transaction as anything else of that case, so that a missing or older row can be named. It cannot
 * tell that the whole store was put back together.
 */
export interface Head {
  /** Grows with each writing; each segment carries the one it was written with. */ readonly revision: number;
  /** Size and root of the tree, with the peaks that appending needs. */ readonly tree: Frontier;
  readonly segments: readonly SegmentRef[];
  /** Versions of the keyring rows, by number. */ readonly keyrings: readonly string[];
  /** Version of the draft row; null: none. */ readonly draft: string | null;
  readonly secrets: readonly SecretRow[];
  readonly nextSecret: number;
  /** Files that entries name and that are not here: forgotten, or left out of the backup that it came from. */ readonly absent: readonly string[];
  /** Revision of the catalogue when this was written. */ readonly catalogue: number;
  /** Damage that writing went on from; it stays named. */ readonly scars: readonly Damage[];
}

export const headId = (caseId: string): RowId => ({ kind: "head", owner: caseId, number: 0, first: 0 });

export const sealHead = (box: RowBox, caseId: string, head: Head): Uint8Array<ArrayBuffer> =>
  sealJson(box, headId(caseId), {
    revision: head.revision,
    size: head.tree.size,
    root: base64(rootOfFrontier(head.tree)),
    peaks: head.tree.peaks.map(base64),
    segments: head.segments.map(({ first, version }) => [first, version]),
    keyrings: head.keyrings,
    draft: head.draft,
    secrets: head.secrets.map(({ id, seq, number }) => [id, seq, number]),
    nextSecret: head.nextSecret,
    ...(head.absent.length === 0 ? {} : { absent: head.absent }),
    catalogue: head.catalogue,
    scars: head.scars,
  });

export const openHead = (box: RowBox, caseId: string, stored: Uint8Array | undefined): Head | "missing" | "altered" | "newer" => {
  const fields = openJson(box, headId(caseId), stored);
  return typeof fields === "string" ? fields : (decode(fields) ?? "altered");
};

const decode = (f: Readonly<Record<string, unknown>>): Head | undefined => {
  const peaks = listOf(f["peaks"], (text) => (isText(text) ? unbase64(text) : undefined));
  const segments = listOf(f["segments"], decodeSegment);
  const keyrings = listOf(f["keyrings"], (version) => (isText(version) ? version : undefined));
  const secrets = listOf(f["secrets"], decodeSecret);
  const scars = listOf(f["scars"], decodeDamage);
  const absent = listOf(f["absent"] ?? [], (id) => (isText(id) ? id : undefined));
  const { revision, size, root, draft, nextSecret, catalogue } = f;
  if (
    absent === undefined ||
    peaks === undefined ||
    segments === undefined ||
    keyrings === undefined ||
    secrets === undefined ||
    scars === undefined
  )
    return undefined;
  if (!isCount(revision) || !isCount(size) || !isCount(nextSecret) || !isCount(catalogue) || !(draft === null || isText(draft)))
    return undefined;
  const tree = { size, peaks };
  const stated = isText(root) ? unbase64(root) : undefined;
  if (stated === undefined || !sameBytes(rootOfFrontier(tree), stated)) return undefined;
  return { revision, tree, segments, keyrings, draft, secrets, nextSecret, absent, catalogue, scars };
};

const decodeSegment = (value: unknown): SegmentRef | undefined => {
  const [first, version]: readonly unknown[] = Array.isArray(value) ? value : [];
  return isCount(first) && isText(version) ? { first, version } : undefined;
};

const decodeSecret = (value: unknown): SecretRow | undefined => {
  const [id, seq, number]: readonly unknown[] = Array.isArray(value) ? value : [];
  return isText(id) && isCount(seq) && isCount(number) ? { id, seq, number } : undefined;
};

const whats: readonly Damage["what"][] = ["segment", "head", "chunk", "keyring", "draft", "secret", "catalogue", "orphan"];
const whys: readonly Damage["why"][] = ["missing", "altered", "older", "unexpected"];

const decodeDamage = (value: unknown): Damage | undefined => {
  const fields = asFields(value) ?? {};
  const what = whats.find((w) => w === fields["what"]);
  const why = whys.find((w) => w === fields["why"]);
  const number = fields["number"];
  return what !== undefined && why !== undefined && isCount(number) ? { what, number, why } : undefined;
};
