import worker from "libsodium-sumo?raw";
import { beforeAll, expect, test } from "vitest";
import { blake2b } from "../../src/crypto/hash.ts";
import { openBox, boxPair, wholeSealer } from "../../src/crypto/sealed-box.ts";
import { openSmallSodium } from "../../src/crypto/small-sodium.ts";
import type { SealOnly } from "../../src/crypto/seal-only.ts";
import { secret } from "../../src/crypto/secret.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { openPiece } from "../../src/crypto/stream.ts";
import { sameBytes, unbase64, utf8 } from "../../src/lib/bytes.ts";
import { denseWasm } from "../../src/lib/dense.ts";
import { coreIn } from "../../src/sw/sodium-core.ts";
import { dense } from "../tooling/build/dense-text.ts";

/** The vault worker's script as the build writes it (tests/tooling/build/dense.ts). */
const built = worker.replace(/"(AGFzbQEAAAA[A-Za-z0-9+/=]+)"/u, (_, base64: string) => {
  const bytes = unbase64(base64);
  return bytes === undefined ? "" : JSON.stringify(`${denseWasm}${dense(bytes)}`);
});
const core = coreIn(built);
let small: SealOnly;
beforeAll(async () => {
  await cryptoReady();
  if (core === undefined) throw new Error("no WebAssembly in the script");
  small = await openSmallSodium(core);
});
const key = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
const bytes = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_, i) => (i * 31) & 255);

test("gives the hash and the pieces that the whole library gives", () => {
  for (const length of [0, 1, 4_096, 1_048_576]) {
    expect(small.blake2b(16, bytes(length), key)).toEqual(blake2b(16, bytes(length), key));
    for (const last of [true, false]) {
      const piece = small.sealPiece(key, 3, last, utf8("where"), bytes(length));
      expect(sameBytes(piece, wholeSealer.sealPiece(key, 3, last, utf8("where"), bytes(length)))).toBe(true);
      const opened = openPiece(secret("key", key.slice()), 3, last, utf8("where"), piece);
      expect(opened !== undefined && sameBytes(opened, bytes(length))).toBe(true);
      expect(openPiece(secret("key", key.slice()), 3, !last, utf8("where"), piece)).toBeUndefined();
    }
  }
});

test("seals boxes that only the owner of the key opens, each in its own way", () => {
  const { publicKey, secretKey } = boxPair();
  for (const sealer of [small, wholeSealer]) {
    const [one, two] = [sealer.sealTo(publicKey, bytes(1_000)), sealer.sealTo(publicKey, bytes(1_000))];
    expect(one).not.toEqual(two);
    expect(one.length).toBe(1_048);
    expect(openBox(secretKey, one)).toEqual(bytes(1_000));
    expect(openBox(boxPair().secretKey, one)).toBeUndefined();
    expect(openBox(secretKey, one.subarray(1))).toBeUndefined();
    expect(openBox(secretKey, one.subarray(0, 40))).toBeUndefined();
  }
});

test("takes only keys of the right length, and only libsodium", async () => {
  expect(() => small.sealTo(bytes(31), bytes(1))).toThrow(RangeError);
  expect(() => small.sealPiece(bytes(31), 0, true, bytes(1), bytes(1))).toThrow(RangeError);
  await expect(openSmallSodium(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))).rejects.toThrow();
});

test("a script without WebAssembly gives none", () => {
  expect(coreIn("const a = 'AGFzbQ';")).toBeUndefined();
  expect(coreIn(`const a = ${JSON.stringify(`${denseWasm}${dense(Uint8Array.of(0, 97, 115, 1))}`)};`)).toBeUndefined();
});
