import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact } from "../../src/evidence/metadata/facts.ts";
import { isReadable, readMetadata } from "../../src/evidence/metadata/read.ts";
import { tiffTags } from "../../src/evidence/metadata/tiff.ts";
import { fullExif, tiff } from "./corpus/blocks.ts";
import { join, letters, pictureNamed, u16, u32 } from "./corpus/bytes.ts";
import { jpegHeads, jpegTails, jpegWith } from "./corpus/jpeg.ts";
import { chunk, pngHeads, pngWith } from "./corpus/png.ts";
import { webpBlocks, webpWith } from "./corpus/webp.ts";

const told = (facts: readonly Fact[]): readonly string[] =>
  facts.map((fact) =>
    fact.what === "place" ? `place ${fact.latitude.toFixed(4)} ${fact.longitude.toFixed(4)}` : `${fact.what} ${fact.value}`.trim(),
  );
const jpeg = async (...heads: readonly string[]): Promise<readonly string[]> =>
  told(await readMetadata(jpegWith("baseline.jpg", heads, []), "image/jpeg"));
const tail = async (name: string): Promise<readonly string[]> =>
  told(await readMetadata(jpegWith("baseline.jpg", [], [name]), "image/jpeg"));
const png = async (...heads: readonly string[]): Promise<readonly string[]> =>
  told(await readMetadata(pngWith("rgb.png", heads, []), "image/png"));
const webp = async (...blocks: readonly string[]): Promise<readonly string[]> =>
  told(await readMetadata(webpWith("lossy.webp", blocks, []), "image/webp"));

/** All that the Exif of the corpus tells. */
const exif = [
  "place 52.5163 13.3777",
  "owner mark-artist",
  "owner mark-windows-author",
  "owner mark-owner",
  "device mark-maker mark-model",
  "serial mark-serial",
  "taken 2026:11:20 21:04:05 +01:00",
  "taken 2026:11:20 20:04:05 UTC",
  "changed 2026:11:20 22:04:05",
  "software mark-software",
  "caption mark-comment",
  "picture-inside",
  "maker-notes",
];
const xmp = ["place -33.8567 -151.2150", "owner mark-creator & co", "software mark-tool", "id mark-document"];

describe("a JPEG", () => {
  test.each(["exif, little", "exif, big, turned", "exif, little, mirrored"])("%s: place, device, owner, times, thumbnail", async (head) => {
    expect(await jpeg(head)).toEqual(exif);
  });
  test.each<readonly [string, readonly string[]]>([
    ["nothing", []],
    ["xmp", xmp],
    ["xmp in pieces", [xmp[0] ?? "", "place-name mark-city", ...xmp.slice(1)]],
    ["iptc and a preview", ["place-name mark-city", "owner mark-byline", "caption mark-iptc-caption", "picture-inside"]],
    ["colours of a screen", ["colours mark-screen 4711"]],
    ["list of more pictures", ["picture-inside"]],
    ["comment", ["caption mark-comment"]],
    ["preview of JFIF", ["picture-inside"]],
    ["credentials", ["history"]],
    ["a maker's own", ["other"]],
    ["not known", ["other"]],
  ])("%s", async (head, facts) => {
    expect(await jpeg(head)).toEqual(facts);
    expect(Object.hasOwn(jpegHeads, head) || head === "nothing").toBe(true);
  });
  test.each<readonly [string, readonly string[]]>([
    ["second picture", ["picture-inside"]],
    ["motion photo", ["video-inside"]],
    ["Samsung", ["picture-inside"]],
    ["text", ["other"]],
  ])("behind it: %s", async (name, facts) => {
    expect(await tail(name)).toEqual(facts);
    expect(Object.hasOwn(jpegTails, name)).toBe(true);
  });
});

describe("a PNG", () => {
  test.each<readonly [string, readonly string[]]>([
    ["text", ["owner mark-author", "caption Odd keyword: mark-odd"]],
    ["packed text", ["caption Description: mark-packed"]],
    ["text of the world", ["caption Title: mark-title", "caption Comment: mark-itxt"]],
    ["xmp", xmp],
    ["exif, big", exif],
    ["exif as text", exif],
    ["colours of a screen", ["colours mark-screen 4711"]],
    ["sRGB", []],
    ["time", ["changed 2026-11-20 21:04:05 UTC"]],
    ["density", []],
    ["a program's own", ["other"]],
    ["credentials", ["history"]],
  ])("%s", async (head, facts) => {
    expect(await png(head)).toEqual(facts);
    expect(Object.hasOwn(pngHeads, head)).toBe(true);
  });
});

describe("a WebP", () => {
  test.each<readonly [string, readonly string[]]>([
    ["exif, big", exif],
    ["exif, turned", exif],
    ["exif with the mark of JPEG", exif],
    ["xmp", xmp],
    ["colours of a screen", ["colours mark-screen 4711"]],
    ["not known", ["other"]],
  ])("%s", async (block, facts) => {
    expect(await webp(block)).toEqual(facts);
    expect(Object.hasOwn(webpBlocks, block)).toBe(true);
  });
});

describe("hostile input", () => {
  test("text that turns around or hides is shown plain, and long text is cut", async () => {
    const file = join(
      pictureNamed("rgb.png").subarray(0, 33),
      chunk("tEXt", "Author\0", new TextEncoder().encode(`a\u202Eb\n${"x".repeat(5000)}`)),
    );
    const [fact] = await readMetadata(file, "image/png");
    expect(fact).toMatchObject({ what: "owner" });
    expect(fact?.what === "owner" ? fact.value.length : 0).toBe(300);
    expect(fact?.what === "owner" ? fact.value.slice(0, 6) : "").toBe("a b xx");
  });

  test("a place without a fix is none", async () => {
    const zero = tiff(true, {
      main: [],
      gps: [
        [1, 2, "N"],
        [2, 5, [0, 1, 0, 1, 0, 1]],
        [3, 2, "E"],
        [4, 5, [0, 1, 0, 1, 0, 1]],
      ],
    });
    const broken = tiff(true, {
      main: [],
      gps: [
        [1, 2, "N"],
        [2, 5, [1, 0, 1, 1, 0, 1]],
        [3, 2, "E"],
        [4, 5, [500, 1, 0, 1, 0, 1]],
      ],
    });
    for (const bytes of [zero, broken]) {
      const file = join(pictureNamed("rgb.png").subarray(0, 33), chunk("eXIf", bytes));
      expect((await readMetadata(file, "image/png")).some(({ what }) => what === "place")).toBe(false);
    }
  });

  test("directories that point at each other, and lengths beyond the end, are read once or not at all", () => {
    const loop = join(
      "II",
      u16(42, true),
      u32(8, true),
      u16(1, true),
      u16(0x8769, true),
      u16(4, true),
      u32(1, true),
      u32(8, true),
      u32(8, true),
    );
    expect(tiffTags(loop)).toHaveLength(1);
    const far = join("MM", u16(42), u32(8), u16(0xffff), u16(0x010f), u16(2), u32(0xffff_ffff), u32(0xffff_fff0), u32(0));
    expect(tiffTags(far)).toEqual([]);
  });

  test("a small text that unpacks to much is not unpacked", async () => {
    const bomb = new Uint8Array(
      await new Response(new Blob([new Uint8Array(32 * 1024 * 1024)]).stream().pipeThrough(new CompressionStream("deflate"))).arrayBuffer(),
    );
    expect(bomb.length).toBeLessThan(64 * 1024);
    const file = join(pictureNamed("rgb.png").subarray(0, 33), ...Array.from({ length: 60 }, () => chunk("zTXt", "Comment\0\0", bomb)));
    expect((await readMetadata(file, "image/png")).length).toBeLessThanOrEqual(100);
  });

  test("any bytes tell something or nothing, and never throw", async () => {
    const types = fc.constantFrom("image/jpeg", "image/png", "image/webp", "image/heic");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), types, async (bytes, type) => {
        const exifOf = join([0xff, 0xd8, 0xff, 0xe1], u16(bytes.length + 8), "Exif\0\0", bytes);
        const starts = [bytes, exifOf, join(pictureNamed("rgb.png").subarray(0, 33), chunk("eXIf", join("II*\0", u32(8, true), bytes)))];
        for (const file of starts) expect((await readMetadata(file, type)).length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 500 },
    );
    expect(isReadable("image/heic")).toBe(false);
    expect(tiffTags(fullExif(true, 6, letters("x"))).length).toBeGreaterThan(20);
  });
});
