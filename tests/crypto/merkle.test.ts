import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../src/crypto/hash.ts";
import {
  consistencyProof,
  emptyFrontier,
  inclusionProof,
  leafHash,
  merkleTree,
  nodeHash,
  pushLeaf,
  rootOf,
  rootOfFrontier,
  verifyConsistency,
  verifyInclusion,
} from "../../src/crypto/merkle.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { hex, utf8, unhex } from "../../src/lib/bytes.ts";

beforeAll(cryptoReady);

/** RFC 6962 §2.1 word for word: recursive, slow, obvious. */
const splitOf = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};
const slowRoot = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  const k = splitOf(leaves.length);
  return nodeHash(slowRoot(leaves.slice(0, k)), slowRoot(leaves.slice(k)));
};
const slowPath = (m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] => {
  if (leaves.length <= 1) return [];
  const k = splitOf(leaves.length);
  return m < k
    ? [...slowPath(m, leaves.slice(0, k)), slowRoot(leaves.slice(k))]
    : [...slowPath(m - k, leaves.slice(k)), slowRoot(leaves.slice(0, k))];
};
const leavesOf = (n: number): readonly Uint8Array[] => Array.from({ length: n }, (_, i) => sha256(utf8(`leaf ${String(i)}`)));
const at = <T>(list: readonly T[], i: number): T => {
  const value = list[i];
  if (value === undefined) throw new Error("out of range");
  return value;
};
const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const out = Uint8Array.from(bytes);
  const byte = Math.floor(bit / 8) % out.length;
  out[byte] = at([...out], byte) ^ (1 << (bit % 8));
  return out;
};
const sizes = fc.integer({ min: 1, max: 70 });

describe("RFC 6962 tree", () => {
  test("the known answers of certificate-transparency's reference tree (its leaves unsalted)", () => {
    const data = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    const leaves = data.map((d) => leafHash(new Uint8Array(0), unhex(d) ?? new Uint8Array(0)));
    expect(hex(rootOf([]))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(hex(rootOf(leaves.slice(0, 1)))).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    expect(hex(rootOf(leaves.slice(0, 7)))).toBe("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    expect(hex(rootOf(leaves))).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  });

  test("a leaf takes its salt and its prefix into account", () => {
    const salt = new Uint8Array(16).fill(7);
    expect(hex(leafHash(salt, utf8("x")))).toBe(hex(sha256(Uint8Array.of(0, ...salt, ...utf8("x")))));
    expect(hex(nodeHash(salt, salt))).toBe(hex(sha256(Uint8Array.of(1, ...salt, ...salt))));
  });

  test("root, frontier and levels equal the recursive definition", () => {
    for (let n = 0; n <= 70; n++) {
      const leaves = leavesOf(n);
      const want = hex(slowRoot(leaves));
      expect(hex(rootOf(leaves))).toBe(want);
      expect(hex(merkleTree(leaves).root)).toBe(want);
      expect(merkleTree(leaves).size).toBe(n);
      expect(hex(rootOfFrontier(leaves.reduce(pushLeaf, emptyFrontier)))).toBe(want);
    }
  });

  test("every inclusion proof is the one of the definition and verifies", () => {
    for (let n = 1; n <= 33; n++) {
      const leaves = leavesOf(n);
      for (let i = 0; i < n; i++) {
        const proof = inclusionProof(leaves, i);
        expect(proof.map(hex)).toEqual(slowPath(i, leaves).map(hex));
        expect(verifyInclusion(at(leaves, i), i, n, proof, rootOf(leaves))).toBe(true);
      }
    }
  });

  test("a changed leaf, index, size, step or root does not verify", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat(), (n, pick, bit, other) => {
        const leaves = leavesOf(n);
        const i = pick % n;
        const proof = inclusionProof(leaves, i);
        const root = rootOf(leaves);
        const leaf = at(leaves, i);
        expect(verifyInclusion(flipped(leaf, bit % 256), i, n, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, i, n, proof, flipped(root, bit % 256))).toBe(false);
        expect(verifyInclusion(leaf, i, n, [...proof, leaf], root)).toBe(false);
        expect(verifyInclusion(leaf, i, n, [...proof, new Uint8Array(0)], root)).toBe(false);
        if (proof.length > 0) {
          const step = other % proof.length;
          expect(verifyInclusion(leaf, i, n, proof.slice(1), root)).toBe(false);
          expect(verifyInclusion(leaf, i, n, proof.toSpliced(step, 1, flipped(at(proof, step), bit % 256)), root)).toBe(false);
          expect(verifyInclusion(leaf, i, n, proof.toSpliced(step, 1, at(proof, step).subarray(1)), root)).toBe(false);
        }
        const j = other % n;
        if (j !== i) expect(verifyInclusion(leaf, j, n, proof, root)).toBe(false);
      }),
    );
  });

  test("numbers that are no index or size are refused", () => {
    const leaves = leavesOf(3);
    const root = rootOf(leaves);
    const proof = inclusionProof(leaves, 1);
    for (const bad of [-1, 0.5, 3, Number.NaN, Number.POSITIVE_INFINITY])
      expect(verifyInclusion(at(leaves, 1), bad, 3, proof, root)).toBe(false);
    for (const bad of [-1, 0.5, 0, Number.NaN]) expect(verifyInclusion(at(leaves, 1), 1, bad, proof, root)).toBe(false);
    expect(() => inclusionProof(leaves, 3)).toThrow(RangeError);
    expect(() => inclusionProof(leaves, -1)).toThrow(RangeError);
    expect(() => inclusionProof(leaves, 0.5)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, 4)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, -1)).toThrow(RangeError);
  });

  test("every earlier tree proves consistent; nothing else does", () => {
    for (let n = 0; n <= 33; n++) {
      const leaves = leavesOf(n);
      for (let m = 0; m <= n; m++) {
        const proof = consistencyProof(leaves, m);
        const before = rootOf(leaves.slice(0, m));
        expect(verifyConsistency(m, n, before, rootOf(leaves), proof)).toBe(true);
        if (m > 0) expect(verifyConsistency(m, n, flipped(before, 3), rootOf(leaves), proof)).toBe(false);
        if (m > 0) expect(verifyConsistency(m, n, before, flipped(rootOf(leaves), 3), proof)).toBe(false);
        expect(verifyConsistency(m, n, before, rootOf(leaves), [...proof, before])).toBe(false);
        if (proof.length > 0) expect(verifyConsistency(m, n, before, rootOf(leaves), proof.slice(1))).toBe(false);
        if (proof.length > 0) expect(verifyConsistency(m, n, before, rootOf(leaves), [])).toBe(false);
        if (proof.length > 0) expect(verifyConsistency(m, n, before, rootOf(leaves), proof.with(0, new Uint8Array(31)))).toBe(false);
        for (const [i, hash] of proof.entries())
          expect(verifyConsistency(m, n, before, rootOf(leaves), proof.with(i, flipped(hash, i)))).toBe(false);
      }
    }
    const root = rootOf(leavesOf(3));
    expect(verifyConsistency(4, 3, root, root, [])).toBe(false);
    expect(verifyConsistency(-1, 3, root, root, [])).toBe(false);
    expect(verifyConsistency(1, 0.5, root, root, [])).toBe(false);
    expect(verifyConsistency(0, 3, root, root, [])).toBe(false);
  });
});
