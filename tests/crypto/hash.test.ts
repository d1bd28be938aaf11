import { beforeAll, expect, test } from "vitest";
import { sha256, sha256Stream } from "../../src/crypto/hash.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";

beforeAll(cryptoReady);

/** The browser's own SHA-256. */
const expected = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const noise = (size: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(size));

test.each([0, 1, 31, 55, 56, 63, 64, 65, 119, 4_095, 4_096, 4_097, 60_000])("SHA-256 of %i bytes, whole and in parts", async (size) => {
  const bytes = noise(size);
  const digest = await expected(bytes);
  const cut = Math.floor(size / 3);
  const stream = sha256Stream();
  stream.update(bytes);
  expect(sha256(bytes)).toEqual(digest);
  expect(sha256(bytes.subarray(0, cut), new Uint8Array(0), bytes.subarray(cut))).toEqual(digest);
  expect(stream.digest()).toEqual(digest);
});

test("a digest stays what it was when the next one is made", async () => {
  const [one, two] = [noise(100), noise(200)];
  const digest = sha256(one);
  sha256(two);
  expect(digest).toEqual(await expected(one));
  expect(digest.buffer.byteLength).toBe(32);
});
