import fc from "fast-check";
import { makeZip } from "client-zip";
import { beforeAll, describe, expect, test } from "vitest";
import { parseHeader } from "../../src/export/age/header.ts";
import { caseJsonFaults } from "../../src/export/bag/case-json.ts";
import { parseCheckpoint, parseConsistency } from "../../src/export/bag/checkpoint.ts";
import { parseObject } from "../../src/export/bag/json.ts";
import { parsePublicKey, verifyMinisig } from "../../src/export/bag/minisign.ts";
import { isNameAllowed, isPathAllowed, pathKey } from "../../src/export/bag/names.ts";
import { parseSealComment, sealCommentText, tidyLabel } from "../../src/export/bag/seal-comment.ts";
import { manifestText, parseBagInfo, parseManifest } from "../../src/export/bag/tags.ts";
import { parseTimeline } from "../../src/export/bag/timeline.ts";
import { openBundle, passphraseOf } from "../../src/export/open.ts";
import { sealBundle } from "../../src/export/seal.ts";
import { crc32 } from "../../src/lib/crc32.ts";
import { padme, padmeBelow } from "../../src/export/zip/padme.ts";
import { readZip, type Readable } from "../../src/export/zip/read.ts";
import { dosDay, writeZip } from "../../src/export/zip/write.ts";
import { settle } from "../../src/export/refusal.ts";
import { concat, utf8 } from "../../src/lib/bytes.ts";
import { instantFromMs } from "../../src/lib/time.ts";
import { randomBytes } from "../../src/crypto/random.ts";
import { ready, scrypt } from "./age/support.ts";
import { deps, valueOf } from "./deps.ts";
import { testCase } from "./source.ts";

beforeAll(ready);

const readable = (bytes: Uint8Array): Readable => ({ size: bytes.length, read: (from, to) => Promise.resolve(bytes.subarray(from, to)) });
const collect = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return concat(...all);
};
const zipOf = (files: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array> =>
  collect(
    writeZip(
      files.map(([path, bytes]) => ({ path, size: bytes.length, bytes: () => [bytes] })),
      "2026-11-22",
    ),
  );

describe("parsers answer with a value, whatever they are given", () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.json(), fc.lorem());
  test("texts", () => {
    fc.assert(
      fc.property(text, (anything) => {
        for (const parse of [
          parseObject,
          parseTimeline,
          parseCheckpoint,
          parseConsistency,
          parseBagInfo,
          parseManifest,
          parsePublicKey,
          parseSealComment,
        ])
          expect(() => parse(anything)).not.toThrow();
        expect(verifyMinisig(new Uint8Array(32), utf8(anything), anything)).toBeUndefined();
        expect(typeof isPathAllowed(anything)).toBe("boolean");
        expect(typeof pathKey(anything)).toBe("string");
        passphraseOf(anything);
      }),
      { numRuns: 500 },
    );
  });
  test("objects against the schema", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("format", "links", "cover", "x", "__proto__", "constructor"), fc.jsonValue()), (object) => {
        const faults = caseJsonFaults(parseObject(JSON.stringify(object)) ?? {});
        expect(faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
  test("headers", () => {
    const line = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.constantFrom("age-encryption.org/v1", "-> scrypt a 1", "-> X25519 a", "---", `--- ${"A".repeat(43)}`, ""),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        expect(() => parseHeader(utf8(`age-encryption.org/v1\n${lines.join("\n")}`))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
  test("zips of any bytes, and good zips with some bytes changed", async () => {
    const good = await zipOf([
      ["b/a.txt", utf8("one")],
      ["b/data/evidence/Ελένη.png", utf8("two")],
    ]);
    expect((await settle(() => readZip(readable(good)))).ok).toBe(true);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        ),
        async (what) => {
          const bytes = what instanceof Uint8Array ? what : good.slice();
          if (!(what instanceof Uint8Array)) for (const [at, byte] of what) bytes[at] = byte;
          const result = await settle(() => readZip(readable(bytes)));
          if (result.ok) for (const { from, size } of result.value) expect(from + size).toBeLessThanOrEqual(bytes.length);
          else expect(result.error.code).toMatch(/^bundle-/u);
        },
      ),
      { numRuns: 400 },
    );
  });
  test("a bundle with any one byte changed is never taken for whole", async () => {
    const { source, disclosure } = testCase(randomBytes, []);
    const sealed = valueOf(await sealBundle(disclosure, source, { ...deps, logN: 1 }));
    const bytes = new Uint8Array(await sealed.file.arrayBuffer());
    const key = { by: "passphrase", passphrase: sealed.words.join("-"), scrypt } as const;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const spoilt = bytes.slice();
        spoilt[at] = (spoilt[at] ?? 0) ^ change;
        const opened = await openBundle(new Blob([spoilt]), [key], { keys: [] });
        expect(opened.ok).toBe(false);
      }),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        const opened = await openBundle(new Blob([bytes.slice(0, length)]), [key], { keys: [] });
        // A cut that happens to give a Padmé size cannot be told from a change.
        const want = length === 0 ? ["not-a-bundle"] : padme(length) === length ? ["bundle-cut-off", "bundle-altered"] : ["bundle-cut-off"];
        expect(opened.ok ? "opened" : want).toContain(opened.ok ? "" : opened.error.code);
      }),
      { numRuns: 100 },
    );
  });
});

describe("small parts", () => {
  test("what is written is read back the same", () => {
    const path = fc.string({ minLength: 1, maxLength: 20 }).filter(isNameAllowed);
    fc.assert(
      fc.property(fc.dictionary(path, fc.stringMatching(/^[0-9a-f]{64}$/u)), (entries) => {
        const manifest = new Map(Object.entries(entries));
        expect(parseManifest(manifestText(manifest))).toEqual(manifest);
      }),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom("a", " ", "é"), minLength: 115, maxLength: 125 })),
        (label) => {
          const comment = { bundleId: "ab".repeat(16), sealedAt: instantFromMs(0), label: tidyLabel(label) };
          expect(parseSealComment(sealCommentText(comment))).toEqual(comment);
        },
      ),
    );
  });
  test("CRC-32 is that of its definition, in any pieces", () => {
    const slow = (bytes: Uint8Array): number => {
      let sum = ~0;
      for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
      }
      return ~sum >>> 0;
    };
    expect(crc32(utf8("123456789"))).toBe(0xcbf43926);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, at) => {
        expect(crc32(bytes.subarray(at), crc32(bytes.subarray(0, at)))).toBe(slow(bytes));
      }),
    );
  });
  test("Padmé sizes are few, at most 12 % more, and their own next", () => {
    expect([9, 100, 1000, 65_537, 1_000_000].map(padme)).toEqual([10, 104, 1024, 67_584, 1_015_808]);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2 ** 40 }), (size) => {
        const padded = padme(size);
        expect(padded).toBeGreaterThanOrEqual(size);
        expect(padded).toBeLessThanOrEqual(Math.ceil(size * 1.12) + 1);
        expect(padme(padded)).toBe(padded);
        expect(padmeBelow(padded)).toBe(padded);
      }),
    );
  });
  test("what another writer of stored zips wrote is read", async () => {
    const theirs = makeZip([{ name: "b/a.txt", lastModified: new Date(2026, 10, 22), input: "one" }]);
    const bytes = new Uint8Array(await new Response(theirs).arrayBuffer());
    expect(valueOf(await settle(() => readZip(readable(bytes)))).map(({ path }) => path)).toEqual(["b/a.txt"]);
    expect(dosDay("2026-11-22")).toBe(((2026 - 1980) << 9) | (11 << 5) | 22);
    expect(dosDay("soon")).toBe(0x21);
  });
});
