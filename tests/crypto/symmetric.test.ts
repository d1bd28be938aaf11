import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { decryptWith, encryptWith, nonceBytes, open, seal, tagBytes } from "../../src/crypto/aead.ts";
import { blake2b, sha256, sha256Stream } from "../../src/crypto/hash.ts";
import { randomBelow, randomBytes, randomId } from "../../src/crypto/random.ts";
import { reveal, secret } from "../../src/crypto/secret.ts";
import { cryptoReady } from "../../src/crypto/sodium.ts";
import { openPiece, sealPiece } from "../../src/crypto/stream.ts";
import { hex, utf8 } from "../../src/lib/bytes.ts";

beforeAll(cryptoReady);

const key = () => secret("test", new Uint8Array(32).fill(3));
const bytes = fc.uint8Array({ maxLength: 300 });

describe("aead", () => {
  test("opens what was sealed, and nothing with any bit changed", () => {
    fc.assert(
      fc.property(bytes, bytes, fc.nat(), (plain, associated, bit) => {
        const sealed = seal(key(), associated, plain);
        expect(sealed.length).toBe(nonceBytes + plain.length + tagBytes);
        expect(hex(open(key(), associated, sealed) ?? utf8("not opened"))).toBe(hex(plain));
        const at = bit % (sealed.length * 8);
        expect(
          open(
            key(),
            associated,
            sealed.map((b, i) => (i === at >> 3 ? b ^ (1 << (at & 7)) : b)),
          ),
        ).toBeUndefined();
        expect(open(key(), Uint8Array.of(...associated, 0), sealed)).toBeUndefined();
        expect(open(secret("other", new Uint8Array(32)), associated, sealed)).toBeUndefined();
        expect(open(key(), associated, sealed.subarray(0, sealed.length - 1))).toBeUndefined();
        expect(open(key(), associated, sealed.subarray(0, bit % (nonceBytes + tagBytes)))).toBeUndefined();
      }),
    );
  });

  test("the same plaintext is never sealed the same way twice", () => {
    expect(hex(seal(key(), utf8("a"), utf8("b")))).not.toBe(hex(seal(key(), utf8("a"), utf8("b"))));
  });

  test("a key of another length is a bug, not a wrong key", () => {
    const short = secret("short", new Uint8Array(16));
    expect(() => encryptWith(short, new Uint8Array(24), utf8(""), utf8("x"))).toThrow();
    expect(() => decryptWith(short, new Uint8Array(24), utf8(""), new Uint8Array(40))).toThrow();
  });
});

describe("pieces", () => {
  const at = (index: number, last: boolean) => sealPiece(key(), index, last, utf8("a"), utf8("piece"));

  test("each opens alone, in its own place only", () => {
    const sealed = at(2, false);
    expect(hex(openPiece(key(), 2, false, utf8("a"), sealed) ?? utf8(""))).toBe(hex(utf8("piece")));
    expect(openPiece(key(), 3, false, utf8("a"), sealed)).toBeUndefined();
    expect(openPiece(key(), 2, true, utf8("a"), sealed)).toBeUndefined();
    expect(openPiece(key(), 2, false, utf8("b"), sealed)).toBeUndefined();
  });

  test("every index and flag has a nonce of its own", () => {
    const seen = [0, 1, 255, 256, 2 ** 32, Number.MAX_SAFE_INTEGER].flatMap((index) => [at(index, false), at(index, true)]).map(hex);
    expect(new Set(seen).size).toBe(seen.length);
    for (const index of [-1, 0.5, 2 ** 53]) expect(() => at(index, false)).toThrow(RangeError);
  });
});

describe("hashes", () => {
  test("in pieces or at once", () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 6 }), (pieces) => {
        const stream = sha256Stream();
        for (const piece of pieces) stream.update(piece);
        expect(hex(stream.digest())).toBe(hex(sha256(Uint8Array.of(...pieces.flatMap((piece) => [...piece])))));
      }),
    );
  });

  test("agree with the browser's own SHA-256", async () => {
    const input = randomBytes(100_000);
    expect(hex(sha256(input))).toBe(hex(new Uint8Array(await crypto.subtle.digest("SHA-256", input))));
  });

  test("BLAKE2b takes its key and length into account", () => {
    const answers = [blake2b(16, utf8("x")), blake2b(16, utf8("x"), new Uint8Array(32)), blake2b(32, utf8("x"))].map(hex);
    expect(answers.map((answer) => answer.length)).toEqual([32, 32, 64]);
    expect(new Set(answers.map((answer) => answer.slice(0, 32))).size).toBe(3);
  });
});

describe("chance", () => {
  test("as many bytes as asked for, also beyond what the browser gives at once", () => {
    for (const length of [0, 1, 65_536, 65_537, 200_000]) {
      const made = randomBytes(length);
      expect(made.length).toBe(length);
      if (length > 1_000) expect(made.subarray(-500).some((byte) => byte !== 0)).toBe(true);
    }
    expect(randomId()).toMatch(/^[0-9a-f]{32}$/u);
    expect(randomId()).not.toBe(randomId());
  });

  test("numbers below a bound reach all of them and no other", () => {
    const seen = new Set(Array.from({ length: 400 }, () => randomBelow(7)));
    expect(seen).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
  });
});

describe("secrets", () => {
  test("print as [secret], are opened by reveal, and are zero once wiped", () => {
    const raw = new Uint8Array(4).fill(9);
    const handle = secret("vault-key", raw);
    expect(JSON.stringify({ handle })).toBe('{"handle":"[secret]"}');
    expect(JSON.stringify(Object.values(handle))).not.toContain("9");
    expect(reveal(handle)).toBe(raw);
    handle.wipe();
    expect([...raw]).toEqual([0, 0, 0, 0]);
    expect(() => reveal(handle)).toThrow("secret vault-key was wiped");
    handle.wipe();
  });
});
