import { beforeAll, expect, test } from "vitest";
import { randomBytes } from "../../src/crypto/random.ts";
import { startAge } from "../../src/export/age/age.ts";
import type { Scrypt } from "../../src/export/age/passphrase.ts";
import { openBundle } from "../../src/export/open.ts";
import { sealBundle } from "../../src/export/seal.ts";
import { ready, scrypt } from "./age/support.ts";
import { deps, valueOf } from "./deps.ts";
import { testCase } from "./source.ts";

/** Secrets in memory of their own are zeros once they were used. Strings cannot be wiped: the words stay until they are collected. */
beforeAll(ready);

/** scrypt that keeps hold of what it was given and of what it gave. */
const watched = (): { readonly scrypt: Scrypt; readonly seen: Uint8Array[]; readonly wasSecret: () => boolean } => {
  const seen: Uint8Array[] = [];
  let wasSecret = true;
  return {
    seen,
    wasSecret: () => wasSecret,
    scrypt: async (secret, salt, logN) => {
      const key = await scrypt(secret, salt, logN);
      for (const bytes of [secret, ...(key === undefined ? [] : [key])]) {
        wasSecret &&= !isWiped(bytes);
        seen.push(bytes);
      }
      return key;
    },
  };
};
const isWiped = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

test("sealing and opening wipe the words' bytes and the key they give, also when the words are wrong", async () => {
  const { source, disclosure } = testCase(randomBytes, []);
  const sealing = watched();
  const sealed = valueOf(await sealBundle(disclosure, source, { ...deps, scrypt: sealing.scrypt }));
  const opening = watched();
  for (const passphrase of [sealed.words.join("-"), "other-words"])
    await openBundle(sealed.file, [{ by: "passphrase", passphrase, scrypt: opening.scrypt }], { keys: [] });
  expect([sealing.seen.length, opening.seen.length]).toEqual([4, 4]);
  expect([sealing.wasSecret(), opening.wasSecret()]).toEqual([true, true]);
  expect([...sealing.seen, ...opening.seen].map(isWiped)).toEqual(Array.from({ length: 8 }, () => true));
});

test("a start that fails wipes the file key", async () => {
  const given: Uint8Array[] = [];
  const random = (count: number): Uint8Array => {
    const bytes = randomBytes(count);
    given.push(bytes);
    return bytes;
  };
  const failing = startAge({ by: "passphrase", passphrase: "a-b", logN: 4, scrypt: () => Promise.resolve(undefined) }, random);
  await expect(failing).rejects.toThrow(RangeError);
  expect(given.slice(0, 1).map(isWiped)).toEqual([true]);
});

test("a bundle that was closed gives nothing more", async () => {
  const { source, disclosure } = testCase(randomBytes, []);
  const sealed = valueOf(await sealBundle(disclosure, source, deps));
  const opening = valueOf(await openBundle(sealed.file, [{ by: "passphrase", passphrase: sealed.words.join("-"), scrypt }], { keys: [] }));
  expect((await opening.read("data/case.json")).ok).toBe(true);
  opening.close();
  expect(await opening.read("data/case.json")).toEqual({ ok: false, error: { code: "not-a-bundle" } });
});
