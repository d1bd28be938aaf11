import { sameBytes } from "../lib/bytes.ts";
import { sha256 } from "./hash.ts";
import { labels } from "./labels.ts";

/** The Merkle tree of RFC 6962 §2.1 (RFC 9162 §2.1), hashes of 32 bytes. Leaves are salted: SHA-256(0x00 ‖ salt ‖ bytes). Needs `cryptoReady`. */

const leafPrefix = Uint8Array.of(labels.hash.leaf);
const nodePrefix = Uint8Array.of(labels.hash.node);

export const leafHash = (salt: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> => sha256(leafPrefix, salt, bytes);
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> => sha256(nodePrefix, left, right);
export const emptyRoot = (): Uint8Array<ArrayBuffer> => sha256(new Uint8Array(0));

/** Roots of the perfect subtrees that a tree of `size` leaves consists of, largest first: enough to append and to name the root. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}
export const emptyFrontier: Frontier = { size: 0, peaks: [] };

export const pushLeaf = (frontier: Frontier, leaf: Uint8Array): Frontier => pushLeaves(frontier, [leaf]);

export const pushLeaves = (frontier: Frontier, leaves: readonly Uint8Array[]): Frontier => {
  const peaks = [...frontier.peaks];
  let size = frontier.size;
  for (const leaf of leaves) {
    let top = leaf;
    // Each trailing one bit of the size is a perfect subtree that the new leaf completes.
    for (let bits = size; bits % 2 === 1; bits = (bits - 1) / 2) top = nodeHash(must(peaks.pop()), top);
    peaks.push(top);
    size++;
  }
  return { size, peaks };
};

export const rootOfFrontier = ({ peaks }: Frontier): Uint8Array =>
  peaks.length === 0 ? emptyRoot() : peaks.reduceRight((right, left) => nodeHash(left, right));

/** RFC 6962 root (MTH) over all leaves. */
export const rootOf = (leaves: readonly Uint8Array[]): Uint8Array => rootOfFrontier(pushLeaves(emptyFrontier, leaves));

/** All levels of a tree, built once, for many proofs. A node without a sibling is carried up unchanged, which is RFC 6962's shape. */
export interface MerkleTree {
  readonly size: number;
  readonly root: Uint8Array;
  /** PATH(index, D[n]): siblings bottom-up. Throws RangeError outside the tree. */
  readonly inclusion: (index: number) => readonly Uint8Array[];
}

export const merkleTree = (leaves: readonly Uint8Array[]): MerkleTree => {
  const levels: (readonly Uint8Array[])[] = [leaves];
  for (let level = leaves; level.length > 1; levels.push(level)) level = parents(level);
  return {
    size: leaves.length,
    root: levels.at(-1)?.[0] ?? emptyRoot(),
    inclusion: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError("no such leaf");
      return levels.flatMap((level, height) => {
        const at = Math.floor(index / 2 ** height);
        const sibling = level[at % 2 === 0 ? at + 1 : at - 1];
        return sibling === undefined ? [] : [sibling];
      });
    },
  };
};

const parents = (level: readonly Uint8Array[]): readonly Uint8Array[] => {
  const out: Uint8Array[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const left = must(level[i]);
    const right = level[i + 1];
    out.push(right === undefined ? left : nodeHash(left, right));
  }
  return out;
};

export const inclusionProof = (leaves: readonly Uint8Array[], index: number): readonly Uint8Array[] => merkleTree(leaves).inclusion(index);

/** RFC 9162 §2.1.3.2. False for any proof that is not exactly the one that leads from the leaf to the root. */
export const verifyInclusion = (leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): boolean => {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(hash, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
};

/** PROOF(from, D[n]) of RFC 6962 §2.1.2: that the tree of `from` leaves is a prefix of this one. Empty when `from` is 0 or all. */
export const consistencyProof = (leaves: readonly Uint8Array[], from: number): readonly Uint8Array[] => {
  if (!isCount(from) || from > leaves.length) throw new RangeError("no such tree size");
  return from === 0 ? [] : subproof(leaves, from, true);
};

const subproof = (leaves: readonly Uint8Array[], from: number, whole: boolean): readonly Uint8Array[] => {
  if (from === leaves.length) return whole ? [] : [rootOf(leaves)];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  return from <= split ? [...subproof(left, from, whole), rootOf(right)] : [...subproof(right, from - split, false), rootOf(left)];
};

/** RFC 9162 §2.1.4.2. A tree of size 0 is a prefix of every tree, with an empty proof. */
export const verifyConsistency = (
  from: number,
  to: number,
  fromRoot: Uint8Array,
  toRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean => {
  if (!isCount(from) || !isCount(to) || from > to) return false;
  if (from === 0) return proof.length === 0 && sameBytes(fromRoot, emptyRoot());
  if (from === to) return proof.length === 0 && sameBytes(fromRoot, toRoot);
  if (proof.some((hash) => hash.length !== 32)) return false;
  const path = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : proof;
  let at = from - 1;
  let last = to - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let oldHash = first;
  let newHash = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      oldHash = nodeHash(hash, oldHash);
      newHash = nodeHash(hash, newHash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else newHash = nodeHash(newHash, hash);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(oldHash, fromRoot) && sameBytes(newHash, toRoot);
};

const half = (n: number): number => Math.floor(n / 2);
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("merkle: index out of range");
  return value;
};
