import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { burn, coverColour } from "../../src/evidence/cover/burn.ts";
import { decodePicture } from "../../src/evidence/cover/decode-picture.ts";
import { within, type Area } from "../../src/evidence/cover/pixels.ts";
import { decodePng } from "../../src/evidence/cover/png-decode.ts";
import { encodePng } from "../../src/evidence/cover/png-encode.ts";
import { concat, sameBytes, utf8 } from "../../src/lib/bytes.ts";
import desktop from "../samples/content-page-desktop.jpg?url";
import content from "../samples/content-page.png?url";
import { browserPixels, channelsOf, chunk, chunkNames, makePng, runsOf, type PngPlan } from "./png-support.ts";

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("nothing came back");
  return value;
};
/** Smooth with a grain, as photos are; every case another one. */
const grain = (seed: number, max: number) => (x: number, y: number, c: number) => {
  const wave = Math.sin((x + seed) / 5) + Math.cos((y - seed) / 7) + c;
  return Math.abs(Math.round(((wave + 3) / 6) * max + (((x * 31 + y * 17 + c * 7) ^ seed) % 5))) % (max + 1);
};
const noise = (seed: number, length: number): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(length);
  for (let i = 0, x = seed | 1; i < length; i++) {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    out[i] = x >>> 24;
  }
  return out;
};
/** A camera's note with a preview picture inside, words, a profile, the time, and a second picture behind the end. */
const telling = (seed: number) => {
  const preview = concat(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), noise(seed, 120), Uint8Array.of(0xff, 0xd9));
  const exif = concat(utf8("MM\0*\0\0\0\bGPS 52.5200N 13.4050E Pixel 9 of Ana"), preview);
  const words = utf8("Comment\0Ana Sorensen, 12 Mill Lane, phone 202 555 0143");
  const profile = concat(utf8("Display of Ana\0\0"), noise(seed + 1, 90));
  const trailing = concat(Uint8Array.of(0xff, 0xd8, 0xff), noise(seed + 2, 200));
  return {
    secrets: [preview, exif, words, profile, trailing],
    before: [chunk("iCCP", profile), chunk("gAMA", Uint8Array.of(0, 0, 0xb1, 0x8f)), chunk("eXIf", exif)],
    after: [chunk("tEXt", words), chunk("tIME", Uint8Array.of(7, 0xea, 11, 29, 22, 41, 0))],
    trailing,
  };
};

const planOf = (seed: number, colour: PngPlan["colour"], width: number, height: number): PngPlan => {
  const { before, after, trailing } = telling(seed);
  const alpha = colour === 4 || colour === 6 ? channelsOf[colour] - 1 : -1;
  const colours = grain(seed, 255);
  return {
    width,
    height,
    colour,
    depth: 8,
    filter: 3,
    sample: (x, y, c) => (c === alpha ? ([255, 255, 128, 3, 0][(x + y + seed) % 5] ?? 255) : colours(x, y, c)),
    before: colour === 3 ? before.slice(1) : before,
    after,
    trailing,
    ...(colour === 3 ? { palette: noise(seed + 3, 768) } : {}),
  };
};

const isCovered = (areas: readonly Area[], x: number, y: number): boolean =>
  areas.some((a) => x >= a.x && y >= a.y && x < a.x + a.width && y < a.y + a.height);

const areaOf = (side: number) =>
  fc.record({
    x: fc.double({ min: -20, max: side, noNaN: true }),
    y: fc.double({ min: -20, max: side, noNaN: true }),
    width: fc.double({ min: 4, max: side, noNaN: true }),
    height: fc.double({ min: 4, max: side, noNaN: true }),
  });

describe("covers", () => {
  test("200 pictures: one colour under each cover, everything else as it was, and nothing of the file", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1_000_000),
        fc.constantFrom<PngPlan["colour"]>(0, 2, 3, 4, 6),
        fc.integer({ min: 24, max: 90 }),
        fc.integer({ min: 24, max: 90 }),
        fc.array(areaOf(90), { minLength: 1, maxLength: 4 }),
        async (seed, colour, width, height, asked) => {
          const { file, packed } = await makePng(planOf(seed, colour, width, height));
          const before = must(await decodePicture(file.buffer, "image/png"));
          const areas = asked.flatMap((area) => within(before, area) ?? []);
          const made = await encodePng(burn(before, asked));
          const after = must(await decodePng(made));
          expect([after.width, after.height]).toEqual([width, height]);
          for (let y = 0; y < height; y++)
            for (let x = 0; x < width; x++) {
              const at = (y * width + x) * 4;
              const [was, is] = [[...before.data.subarray(at, at + 4)], [...after.data.subarray(at, at + 4)]];
              const wanted = isCovered(areas, x, y) ? [...coverColour, 255] : was[3] === 0 ? [0, 0, 0, 0] : was;
              if (is.some((value, i) => value !== wanted[i])) expect({ x, y, is }).toEqual({ x, y, is: wanted });
            }
          expect(chunkNames(made).filter((name) => !["IHDR", "IDAT", "IEND"].includes(name))).toEqual([]);
          for (const secret of telling(seed).secrets) expect(runsOf(secret, made, 6)).toBe(0);
          if (areas.length > 0) expect(runsOf(packed, made, 12)).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("a covered part tells nothing: two pictures that differ only there become the same file, byte for byte", async () => {
    const area = { x: 10, y: 12, width: 20, height: 9 };
    const made = await Promise.all(
      [1, 2].map(async (secret) => {
        const colours = grain(5, 255);
        const { file } = await makePng({
          ...planOf(5, 2, 60, 40),
          sample: (x, y, c) => (isCovered([area], x, y) ? (x * secret * 7 + y + c) & 255 : colours(x, y, c)),
        });
        return encodePng(burn(must(await decodePng(file)), [area]));
      }),
    );
    expect(made[0]).toEqual(made[1]);
  });

  test("the browser sees the same in it", async () => {
    const file = new Uint8Array(await (await fetch(content)).arrayBuffer());
    const before = must(await decodePng(file));
    expect(sameBytes(new Uint8Array(before.data.buffer), new Uint8Array((await browserPixels(file)).data.buffer))).toBe(true);
    const made = await encodePng(burn(before, [{ x: 20, y: 100, width: 740, height: 540 }]));
    const [seen, own] = [(await browserPixels(made)).data, must(await decodePng(made)).data];
    expect(sameBytes(new Uint8Array(seen.buffer), new Uint8Array(own.buffer))).toBe(true);
    // Flat pages compress about as well as they came.
    expect(made.length).toBeLessThan(file.length);
  });

  test("a JPEG: the size it is shown at, and nothing of its data, notes and preview", async () => {
    const plain = new Uint8Array(await (await fetch(desktop)).arrayBuffer());
    // Orientation 6: lies on its side, and is shown upright.
    const note = concat(
      utf8("Exif\0\0MM\0*\0\0\0\b"),
      Uint8Array.of(0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0),
      utf8("GPS 52.5200N of Ana"),
      Uint8Array.of(0xff, 0xd8),
      noise(3, 300),
    );
    const file = concat(
      plain.subarray(0, 2),
      Uint8Array.of(0xff, 0xe1, (note.length + 2) >> 8, (note.length + 2) & 255),
      note,
      plain.subarray(2),
      noise(9, 64),
    );
    const before = must(await decodePicture(file.buffer, "image/jpeg"));
    expect([before.width, before.height]).toEqual([800, 1280]);
    const made = await encodePng(burn(before, [{ x: 100, y: 100, width: 300, height: 300 }]));
    const after = must(await decodePng(made));
    for (let y = 100; y < 400; y++) for (let x = 100; x < 400; x++) expect(after.data[(y * 800 + x) * 4]).toBe(coverColour[0]);
    expect(runsOf(note, made, 6)).toBe(0);
    expect(runsOf(plain.subarray(600, 6_600), made, 12)).toBe(0);
    expect(chunkNames(made).filter((name) => !["IHDR", "IDAT", "IEND"].includes(name))).toEqual([]);
  });
});

describe("PNGs of every kind", () => {
  const kinds = ([0, 2, 3, 4, 6] as const).flatMap((colour) =>
    (colour === 0 ? [1, 2, 4, 8, 16] : colour === 3 ? [1, 2, 4, 8] : [8, 16]).flatMap((depth) =>
      [false, true].map((interlaced) => ({ colour, depth, interlaced })),
    ),
  );
  test.each(kinds)("colour $colour, $depth bits, interlaced $interlaced", async ({ colour, depth, interlaced }) => {
    for (const [width, height, filter] of [
      [1, 1, 0],
      [3, 2, 1],
      [17, 13, 2],
      [40, 9, 4],
      [9, 40, 3],
    ] as const) {
      const max = 2 ** depth - 1;
      const values = grain(width, max);
      const opaque = colour === 4 ? 1 : colour === 6 ? 3 : -1;
      const { file } = await makePng({
        width,
        height,
        colour,
        depth,
        interlaced,
        filter,
        sample: (x, y, c) => (c === opaque ? max : values(x, y, c)),
        ...(colour === 3 ? { palette: noise(1, 3 * (max + 1)) } : {}),
      });
      const read = must(await decodePng(file));
      expect(read.data).toEqual((await browserPixels(file)).data);
    }
  });

  test("the one transparent colour of a grey or RGB picture, and the transparent ones of a palette", async () => {
    const base = { width: 3, height: 1, depth: 8, sample: (x: number) => x } as const;
    const alphas = async (plan: PngPlan) => [...must(await decodePng((await makePng(plan)).file)).data].filter((_, i) => i % 4 === 3);
    expect(await alphas({ ...base, colour: 0, clear: Uint8Array.of(0, 1) })).toEqual([255, 0, 255]);
    expect(await alphas({ ...base, colour: 2, clear: Uint8Array.of(0, 2, 0, 2, 0, 2) })).toEqual([255, 255, 0]);
    expect(await alphas({ ...base, colour: 3, palette: noise(2, 9), clear: Uint8Array.of(7, 0) })).toEqual([7, 0, 255]);
  });

  test("a file that would unpack to far more than its picture is read only so far", async () => {
    const { file } = await makePng({ width: 1, height: 1, colour: 2, depth: 8, sample: () => 9 });
    const [head, end] = [file.subarray(0, 33), file.subarray(-12)];
    const bomb = await new Response(
      new Blob([new Uint8Array(8_000_000)]).stream().pipeThrough(new CompressionStream("deflate")),
    ).arrayBuffer();
    const read = must(await decodePng(concat(head, chunk("IDAT", new Uint8Array(bomb)), end)));
    expect([...read.data]).toEqual([0, 0, 0, 255]);
  });

  test("1,000 damaged ones: pixels or nothing, and it always ends", async () => {
    const { file } = await makePng({ ...planOf(4, 6, 30, 30), interlaced: true });
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), fc.nat(file.length), async (at, value, end) => {
        const broken = file.slice(0, Math.max(end, 20));
        broken[at % broken.length] = value;
        const read = await decodePng(broken);
        if (read !== undefined) expect(read.data).toHaveLength(read.width * read.height * 4);
      }),
      { numRuns: 1_000 },
    );
    expect(await decodePng(new Uint8Array(0))).toBeUndefined();
  });
});
