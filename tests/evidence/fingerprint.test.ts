import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxFileBytes } from "../../src/evidence/inspect.ts";
import type { Fingerprinted } from "../../src/evidence/fingerprint.ts";
import { makeFingerprinter, type KeptPieces } from "../../src/evidence/fingerprinter.ts";
import { compare, distanceOf } from "../../src/evidence/same-picture.ts";
import { hex } from "../../src/lib/bytes.ts";
import { err, ok } from "../../src/lib/result.ts";
import { vector, vectors } from "./pdq-vectors.ts";

const noStore: KeptPieces<{ readonly code: "vault-locked" }> = { pieceBytes: 1, read: async () => err({ code: "vault-locked" }) };
const { ofFile, ofKept } = makeFingerprinter(noStore);

const of = async (file: Blob): Promise<Fingerprinted> => {
  const done = await ofFile(file);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};
const sha256 = async (file: Blob): Promise<string> => hex(new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer())));

/** Above this in either side the reference makes the picture smaller first. */
const isLarge = (name: string): boolean => ["big.png", "content-page.png"].includes(name);

describe("the reference's answers", () => {
  test.each(vectors.map((one) => [one.name, one] as const))("%s", async (name, { hash, quality, blob }) => {
    const file = await blob();
    const found = await of(file);
    expect(found).toMatchObject({ sha256: await sha256(file), size: file.size, quality, noPdq: null });
    const distance = distanceOf(found.pdq ?? "", hash);
    // Where a decoder or a resizer comes between, ten bits are let through; here it needs none of them.
    if (isLarge(name) || name.endsWith(".jpg")) {
      expect(quality).toBeGreaterThanOrEqual(80);
      expect(distance).toBeLessThanOrEqual(10);
    } else expect(found.pdq).toBe(hash);
  });

  test("are all there", () => {
    expect(vectors).toHaveLength(13);
  });

  test("one picture edited is the same picture, another is different, and what says nothing is not compared", async () => {
    const against = async (name: string): Promise<unknown> => {
      const other = await of(await vector(name).blob());
      return compare(await of(await vector("plasma-1.png").blob()), other, other.turned).verdict;
    };
    expect(await against("plasma-1.png")).toBe("same-file");
    expect(await against("plasma-1-small.png")).toBe("same-picture");
    expect(await against("plasma-1-q35.jpg")).toBe("same-picture");
    expect(await against("plasma-1-rot90.png")).toBe("same-picture");
    // A quarter of it is covered.
    expect(await against("plasma-1-covered.png")).toBe("cant-tell");
    for (const name of ["plasma-2.png", "plasma-3.png", "plasma-4.png", "big.png", "content-page.png", "checker.png"])
      expect([name, await against(name)]).toEqual([name, "different"]);
    for (const name of ["flat.png", "gradient.png"]) expect([name, await against(name)]).toEqual([name, "cant-tell"]);
  });
});

describe("a file that is no picture", () => {
  test("has SHA-256 and MD5 of its exact bytes, in pieces", async () => {
    const bytes = new Uint8Array(3 * 1024 * 1024 + 17).map((_, i) => (i * 7) ^ (i >> 9));
    bytes.set([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]);
    const file = new Blob([bytes]);
    const done: number[] = [];
    const found = await ofFile(file, (n) => done.push(n));
    const mb = 1024 * 1024;
    expect(done).toEqual([mb, 2 * mb, 3 * mb, 3 * mb + 17]);
    expect(found).toEqual(
      ok({
        sha256: await sha256(file),
        // As md5sum says.
        md5: "8eb0329bf6c73a1d6ba9ab71d648d985",
        size: file.size,
        type: "video/mp4",
        pdq: null,
        quality: null,
        turned: [],
        noPdq: "no-picture",
      }),
    );
  });

  test.each([
    ["a", "0cc175b9c0f1b6a831c399e269772661"],
    ["message digest", "f96b697d7cb7938d525a2f31aaf161d0"],
    ["12345678901234567890123456789012345678901234567890123456789012345678901234567890", "57edf4a22be3c955ac49da2e2107b67a"],
  ])("MD5 of %s is that of RFC 1321", async (text, md5) => {
    expect(await of(new Blob([text]))).toMatchObject({ md5, type: "application/octet-stream", noPdq: "no-picture" });
  });

  test("is let go of when the person stops it", async () => {
    const file = new Blob([new Uint8Array(3 * 1024 * 1024)]);
    const done: number[] = [];
    expect(await ofFile(file, (n) => done.push(n) < 2)).toEqual(err({ code: "stopped" }));
    expect(done).toHaveLength(2);
  });
});

describe("refused, each by its name", () => {
  const without = (change: Partial<Record<"size" | "slice", unknown>>): Blob => {
    const file = new Blob(["x"]);
    for (const [name, value] of Object.entries(change)) Object.defineProperty(file, name, { value });
    return file;
  };
  test.each([
    ["file-empty", new Blob([])],
    ["file-too-large", without({ size: maxFileBytes + 1 })],
    ["file-unreadable", without({ slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException("", "NotReadableError")) }) })],
    ["file-unreadable", without({ size: 2 })],
  ])("%s", async (code, file) => expect(await ofFile(file)).toEqual(err({ code })));

  test("a few bytes that claim more pixels than any memory holds are not decoded", async () => {
    const png = new Uint8Array(await (await vector("flat.png").blob()).arrayBuffer());
    new DataView(png.buffer).setUint32(16, 60_000);
    new DataView(png.buffer).setUint32(20, 60_000);
    expect(await of(new Blob([png]))).toMatchObject({ pdq: null, quality: null, noPdq: "too-large" });
  });

  test("a picture that this browser cannot decode keeps its other two", async () => {
    const file = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0, 0xff, 0xd9])]);
    expect(await of(file)).toMatchObject({ sha256: await sha256(file), type: "image/jpeg", pdq: null, noPdq: "undecodable" });
  });
});

describe("a kept file", () => {
  const pieces = (bytes: Uint8Array<ArrayBuffer>, pieceBytes: number): KeptPieces<{ readonly code: "vault-damaged" }> => ({
    pieceBytes,
    read: async (_, file, index) =>
      file === "damaged" && index === 1
        ? err({ code: "vault-damaged" })
        : ok(bytes.slice(index * pieceBytes, (index + 1) * pieceBytes).buffer),
  });

  test("has the same fingerprint as the file that was chosen, decrypted piece by piece", async () => {
    const file = await vector("plasma-1.png").blob();
    const bytes = new Uint8Array(await file.arrayBuffer());
    for (const size of [1000, 65_536, 1024 * 1024]) {
      const found = await makeFingerprinter(pieces(bytes, size)).ofKept({ caseId: "c", file: "f", size: bytes.length });
      expect(found).toEqual(await ofFile(file));
    }
  });

  test("that is damaged says so in the store's words", async () => {
    const broken = makeFingerprinter(pieces(new Uint8Array(3000), 1000));
    expect(await broken.ofKept({ caseId: "c", file: "damaged", size: 3000 })).toEqual(err({ code: "vault-damaged" }));
    expect(await ofKept({ caseId: "c", file: "f", size: 3000 })).toEqual(err({ code: "vault-locked" }));
  });

  test("that is shorter than its entry says is unreadable", async () => {
    const short = makeFingerprinter(pieces(new Uint8Array(2500), 1000));
    expect(await short.ofKept({ caseId: "c", file: "f", size: 3000 })).toEqual(err({ code: "file-unreadable" }));
  });
});

describe("mutated pictures", () => {
  const small = async (type: string): Promise<Uint8Array> => {
    const canvas = new OffscreenCanvas(48, 40);
    const context = canvas.getContext("2d");
    for (let i = 0; i < 48; i += 3) context?.fillRect(i, (i * 7) % 40, 2 + (i % 5), 9);
    return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.6 })).arrayBuffer());
  };
  /** The other engines draw each one several times as slowly, and are asked whether they answer as this one does. */
  const many = / Chrome\//u.test(navigator.userAgent) ? 1_000 : 150;
  test.each(["image/png", "image/jpeg"])(
    `${String(many)} of %s are answered, each with hashes and a PDQ or why there is none`,
    async (type) => {
      const whole = await small(type);
      const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
      const seen = new Set<string | null>();
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { minLength: 1, maxLength: 12 }),
          fc.option(fc.nat({ max: whole.length - 1 })),
          async (changes, cut) => {
            const copy = whole.slice(0, cut === null ? whole.length : cut + 1);
            for (const [at, value] of changes) if (at < copy.length) copy[at] = value;
            const found = await of(new Blob([copy]));
            seen.add(found.noPdq);
            expect(found.sha256).toMatch(/^[0-9a-f]{64}$/u);
            expect((found.pdq === null) === (found.noPdq !== null)).toBe(true);
          },
        ),
        { numRuns: many },
      );
      expect([...seen]).toContain("undecodable");
      expect([...seen]).not.toContain("changed");
    },
  );
});
