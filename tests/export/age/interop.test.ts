import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { fromBech32, toBech32 } from "../../../src/export/age/bech32.ts";
import { identityText, parseIdentity, parseRecipient, recipientOf, recipientText } from "../../../src/export/age/keys.ts";
import { payloadBytes, sealedChunkBytes } from "../../../src/export/age/stream.ts";
import { decryptAge, encryptAge } from "../../../src/export/age/transform.ts";
import type { Lock } from "../../../src/export/age/age.ts";
import { parseHeader } from "../../../src/export/age/header.ts";
import { random, ready, scrypt, through } from "./support.ts";

/** Sizes around every edge of the 64 KiB pieces. */
const sizes = [0, 1, 15, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 300_000];
const words = "correct-horse-battery-staple-six-words";
const noise = (size: number): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(out.subarray(at, Math.min(size, at + 65_536)));
  return out;
};
const byWords: Lock = { by: "passphrase", passphrase: words, logN: 10, scrypt };

beforeAll(ready);

describe("age-encryption and this code open each other's files", () => {
  test.each(sizes)("by passphrase, %i bytes", async (size) => {
    const text = noise(size);
    const ours = await through(await encryptAge(byWords, random), text, 50_000);
    const theirs = new Decrypter();
    theirs.addPassphrase(words);
    expect(await theirs.decrypt(ours.out)).toEqual(text);

    const encrypter = new Encrypter();
    encrypter.setPassphrase(words);
    encrypter.setScryptWorkFactor(10);
    const opened = await through(decryptAge([{ by: "passphrase", passphrase: words, scrypt }]), await encrypter.encrypt(text), 70_000);
    expect(opened.error).toBeUndefined();
    expect(opened.out).toEqual(text);
  });

  test.each(sizes)("by X25519, %i bytes", async (size) => {
    const text = noise(size);
    const identity = await generateIdentity();
    const secret = parseIdentity(identity);
    if (secret === undefined) throw new Error("identity refused");
    expect(identityText(secret)).toBe(identity);
    expect(recipientOf(secret)).toBe(await identityToRecipient(identity));
    const recipient = parseRecipient(recipientOf(secret));
    if (recipient === undefined) throw new Error("recipient refused");

    const ours = await through(await encryptAge({ by: "recipients", recipients: [random(32), recipient] }, random), text);
    const theirs = new Decrypter();
    theirs.addIdentity(identity);
    expect(await theirs.decrypt(ours.out)).toEqual(text);

    const encrypter = new Encrypter();
    encrypter.addRecipient(recipientText(recipient));
    const opened = await through(decryptAge([{ by: "identity", secret }]), await encrypter.encrypt(text));
    expect(opened.error).toBeUndefined();
    expect(opened.out).toEqual(text);
  });
});

test("what is written has work factor, sizes and pieces as said", async () => {
  const { out } = await through(await encryptAge({ ...byWords, logN: 12 }, random), new Uint8Array(200_000));
  const header = parseHeader(out);
  if (!header.ok) throw new Error("own header refused");
  expect(header.value.stanzas.map(({ args }) => [args[0], args[2]])).toEqual([["scrypt", "12"]]);
  expect(out.length).toBe(header.value.length + 16 + payloadBytes(200_000));
  expect(sealedChunkBytes).toBe(65_552);
});

test("the pieces in which a text arrives do not matter, and nothing else opens it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 500 }),
      async (text, a, b) => {
        const { out } = await through(await encryptAge({ ...byWords, logN: 1 }, random), text, a);
        const right = await through(decryptAge([{ by: "passphrase", passphrase: words, scrypt }]), out, b);
        expect(right.error).toBeUndefined();
        expect([...right.out]).toEqual([...text]);
        const wrong = await through(decryptAge([{ by: "passphrase", passphrase: `${words}s`, scrypt }]), out, b);
        expect(wrong.error).toMatchObject({ code: "age-no-match" });
      },
    ),
    { numRuns: 40 },
  );
});

test("bech32 is the inverse of itself and refuses any single changed character", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (bytes, at) => {
      const text = toBech32("age", bytes);
      expect(fromBech32("age", text)).toEqual(new Uint8Array(bytes));
      const place = 4 + (at % (text.length - 4));
      const other = text.charAt(place) === "q" ? "p" : "q";
      expect(fromBech32("age", text.slice(0, place) + other + text.slice(place + 1))).toBeUndefined();
    }),
  );
  expect(parseRecipient("AGE1QQQ")).toBeUndefined();
  expect(parseIdentity("age-secret-key-1qqq")).toBeUndefined();
});
