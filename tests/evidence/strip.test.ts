import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMetadata } from "../../src/evidence/metadata/read.ts";
import { maxStripBytes, strip, unstrippable } from "../../src/evidence/strip/strip.ts";
import { sameBytes } from "../../src/lib/bytes.ts";
import { join, letters, pictureNamed, tellsMark, u16, u32 } from "./corpus/bytes.ts";
import { jpegHeads, jpegNames, jpegPicture, jpegTails, jpegWith } from "./corpus/jpeg.ts";
import { chunk, pngHeads, pngNames, pngPicture, pngTails, pngWith } from "./corpus/png.ts";
import { webpBlocks, webpChunksOf, webpNames, webpOf, webpPicture, webpTails, webpWith } from "./corpus/webp.ts";

interface Kind {
  readonly type: string;
  readonly names: readonly string[];
  readonly blocks: readonly string[];
  readonly tails: readonly string[];
  readonly make: (name: string, blocks: readonly string[], tails: readonly string[]) => Uint8Array<ArrayBuffer>;
  readonly picture: (file: Uint8Array) => readonly Uint8Array[];
}
const keys = (record: Readonly<Record<string, unknown>>): readonly string[] => Object.keys(record);
const kinds: readonly Kind[] = [
  { type: "image/jpeg", names: jpegNames, blocks: keys(jpegHeads), tails: keys(jpegTails), make: jpegWith, picture: jpegPicture },
  { type: "image/png", names: pngNames, blocks: keys(pngHeads), tails: keys(pngTails), make: pngWith, picture: pngPicture },
  { type: "image/webp", names: webpNames, blocks: keys(webpBlocks), tails: keys(webpTails), make: webpWith, picture: webpPicture },
];

const stripped = async (file: Uint8Array, type: string): Promise<Uint8Array<ArrayBuffer>> => {
  const done = await strip(file, type);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};
const codeOf = async (file: Uint8Array, type: string): Promise<string> => {
  const done = await strip(file, type);
  return done.ok ? "ok" : done.error.code;
};

/** Pixels as the browser draws them, turned as the file says. */
const drawn = async (file: Uint8Array, type: string): Promise<ImageData> => {
  const image = await createImageBitmap(new Blob([new Uint8Array(file)], { type }));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.drawImage(image, 0, 0);
  image.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
};
/** Largest difference of one channel; 256 when they differ in size. */
const difference = (a: ImageData, b: ImageData): number =>
  a.width === b.width && a.height === b.height
    ? a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - (b.data[i] ?? 0))), 0)
    : 256;

/** Everything that a copy must be. `colours`: those of the original may differ from what is drawn without its profile. */
const expectClean = async ({ type, picture }: Kind, file: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array> => {
  const before = file.slice();
  const copy = await stripped(file, type);
  expect(sameBytes(file, before)).toBe(true);
  expect(tellsMark(copy)).toBe(false);
  expect((await readMetadata(copy, type)).filter(({ what }) => what !== "colours")).toEqual([]);
  expect(picture(copy)).toEqual(picture(pictureNamed(name)));
  // Once more gives the same.
  expect(sameBytes(await stripped(copy, type), copy)).toBe(true);
  return copy;
};

describe.each(kinds)("$type", (kind) => {
  test.each(kind.names.flatMap((name) => [...kind.blocks, "nothing"].map((block) => ({ name, block }))))(
    "$name with $block: it is gone, the picture is the same and opens",
    async ({ name, block }) => {
      const file = kind.make(name, [block], []);
      const copy = await expectClean(kind, file, name);
      const [was, is] = [await drawn(file, kind.type), await drawn(copy, kind.type)];
      expect([is.width, is.height]).toEqual([was.width, was.height]);
      // What a screen of one's own would show goes with its profile. A standard written anew may round another way.
      if (!/screen/u.test(block)) expect(difference(was, is)).toBeLessThanOrEqual(block.includes("P3") ? 6 : 0);
    },
  );

  test.each(kind.tails)("%s behind it is gone", async (tail) => {
    for (const name of kind.names) await expectClean(kind, kind.make(name, [], [tail]), name);
  });

  test("any blocks in any order, before and behind", async () => {
    const names = fc.constantFrom(...kind.names);
    const blocks = fc.shuffledSubarray([...kind.blocks]);
    const tails = fc.shuffledSubarray([...kind.tails]);
    await fc.assert(
      fc.asyncProperty(names, blocks, tails, async (name, heads, behind) => {
        const file = kind.make(name, heads, behind);
        const copy = await expectClean(kind, file, name);
        const [was, is] = [await drawn(file, kind.type), await drawn(copy, kind.type)];
        // Exif belongs in front. Where it is not, engines do not agree whether it turns the picture: then it is turned one way or the other.
        const isSure = heads.slice(1).every((block) => !block.includes("turned"));
        const sides = ({ width, height }: { readonly width: number; readonly height: number }): readonly number[] =>
          isSure ? [width, height] : [width, height].toSorted((a, b) => a - b);
        expect(sides(is)).toEqual(sides(was));
      }),
      { numRuns: 60 },
    );
  });

  test("1,000 mutated files: a copy that tells nothing or a code, and the original as it was", async () => {
    const whole = kind.names.map((name) => kind.make(name, kind.blocks, kind.tails));
    const byte = fc.nat(255);
    const place = fc.nat(1_000_000);
    const mutation = fc.oneof(
      fc.record({ do: fc.constant("set" as const), at: fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 8 }) }),
      fc.record({ do: fc.constant("cut" as const), at: place }),
      fc.record({ do: fc.constant("remove" as const), at: place, count: fc.nat(300) }),
      fc.record({ do: fc.constant("repeat" as const), at: place, count: fc.nat(300) }),
      fc.record({ do: fc.constant("length" as const), at: place, to: fc.constantFrom(0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff) }),
    );
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), mutation, async (good, change) => {
        const spot = (at: number): number => 12 + (at % (good.length - 12));
        let file = good.slice();
        if (change.do === "set") for (const [at, value] of change.at) file[spot(at)] = value;
        else if (change.do === "cut") file = file.slice(0, spot(change.at));
        else if (change.do === "length") file = join(file.subarray(0, spot(change.at)), u32(change.to), file.subarray(spot(change.at) + 4));
        else {
          const [from, to] = [spot(change.at), spot(change.at) + change.count];
          file = join(file.subarray(0, change.do === "remove" ? from : to), file.subarray(change.do === "remove" ? to : from));
        }
        const before = file.slice();
        const facts = await readMetadata(file, kind.type);
        expect(facts.length).toBeLessThanOrEqual(100);
        const done = await strip(file, kind.type);
        codes.add(done.ok ? "ok" : done.error.code);
        if (done.ok) expect(tellsMark(done.value)).toBe(false);
        expect(sameBytes(file, before)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect([...codes]).toContain("ok");
    expect([...codes]).toContain("strip-broken");
  });
});

describe("how to turn a picture", () => {
  test.each([
    ["image/jpeg", jpegWith("baseline.jpg", ["exif, big, turned"], [])],
    ["image/webp", webpWith("lossy.webp", ["exif, turned"], [])],
  ])("is kept in a %s, and nothing else of Exif", async (type, file) => {
    const copy = await stripped(file, type);
    const exif = join("MM", u16(42), u32(8), u16(1), u16(0x0112), u16(3), u32(1), u16(6), u16(0), u32(0));
    expect(holdsOnce(copy, exif)).toBe(true);
  });
});
const holdsOnce = (bytes: Uint8Array, wanted: Uint8Array): boolean => {
  let found = 0;
  for (let at = 0; at + wanted.length <= bytes.length; at++) if (wanted.every((byte, i) => bytes[at + i] === byte)) found++;
  return found === 1;
};

describe("colours", () => {
  test("a standard is written anew, the same for everybody; a screen's own goes", async () => {
    const one = await stripped(jpegWith("baseline.jpg", ["Display P3 in pieces"], []), "image/jpeg");
    const two = await stripped(jpegWith("baseline.jpg", ["exif, little", "Display P3 in pieces", "comment"], []), "image/jpeg");
    const none = await stripped(jpegWith("baseline.jpg", ["colours of a screen"], []), "image/jpeg");
    expect(sameBytes(one, two)).toBe(true);
    expect(sameBytes(none, pictureNamed("baseline.jpg"))).toBe(false);
    expect((await readMetadata(none, "image/jpeg")).length).toBe(0);
    expect(await readMetadata(one, "image/jpeg")).toEqual([{ what: "colours", value: "C" }]);
  });

  test("a WebP promises only what it holds", async () => {
    const flagOf = (file: Uint8Array): number | undefined => webpChunksOf(file).find(([type]) => type === "VP8X")?.[1][0];
    const all = Object.keys(webpBlocks);
    expect(flagOf(await stripped(webpWith("alpha.webp", all, []), "image/webp"))).toBe(0x10 | 0x20);
    expect(flagOf(await stripped(webpWith("lossy.webp", ["xmp", "exif, big"], []), "image/webp"))).toBe(0);
    expect(flagOf(await stripped(webpWith("lossy.webp", ["exif, turned"], []), "image/webp"))).toBe(8);
  });

  test("CMYK keeps what tells how its inks are coded", async () => {
    const copy = await stripped(pictureNamed("cmyk.jpg"), "image/jpeg");
    expect(holdsOnce(copy, letters("Adobe"))).toBe(true);
  });
});

describe("what cannot be written anew is said", () => {
  const odd = (file: Uint8Array, at: number, ...bytes: readonly number[]): Uint8Array =>
    join(file.subarray(0, at), bytes, file.subarray(at));
  const rgb = pictureNamed("rgb.png");
  const jpg = pictureNamed("baseline.jpg");
  test.each<readonly [string, string, string, Uint8Array]>([
    ["a moving WebP", "strip-animated", "image/webp", pictureNamed("moving.webp")],
    ["a moving PNG", "strip-animated", "image/png", pictureNamed("apng.png")],
    ["HEIC", "strip-kind", "image/heic", letters("....ftypheic")],
    ["AVIF", "strip-kind", "image/avif", letters("....ftypavif")],
    ["GIF", "strip-kind", "image/gif", letters("GIF89a")],
    ["a video", "strip-kind", "video/mp4", letters("....ftypisom")],
    ["a PDF", "strip-kind", "application/pdf", letters("%PDF-1.7")],
    ["a type like a member of every object", "strip-kind", "constructor", letters("x")],
    [
      "a PNG with a part that may not be passed over",
      "strip-unknown",
      "image/png",
      join(rgb.subarray(0, 33), chunk("CgBI", [1]), rgb.subarray(33)),
    ],
    ["a PNG with a broken sum", "strip-broken", "image/png", join(rgb.subarray(0, -14), [7, 7], rgb.subarray(-12))],
    ["a PNG that is cut off", "strip-broken", "image/png", rgb.subarray(0, -12)],
    ["a JPEG that is cut off", "strip-broken", "image/jpeg", jpg.subarray(0, -2)],
    [
      "a JPEG with something behind its tables",
      "strip-broken",
      "image/jpeg",
      odd(jpg, 20, 0xff, 0xdb, 0, 70, ...new Uint8Array(65), 1, 2, 3),
    ],
    [
      "a JPEG of a kind that browsers do not draw",
      "strip-unknown",
      "image/jpeg",
      odd(jpg, 2, 0xff, 0xc9, 0, 11, 8, 0, 24, 0, 32, 1, 1, 17, 0),
    ],
    ["an empty file", "strip-broken", "image/webp", new Uint8Array(0)],
    [
      "a WebP with two pictures",
      "strip-broken",
      "image/webp",
      webpOf([...webpChunksOf(pictureNamed("lossy.webp")), ...webpChunksOf(pictureNamed("lossy.webp"))]),
    ],
  ])("%s: %s", async (_, code, type, file) => {
    expect(await codeOf(file, type)).toBe(code);
  });

  test("what is too large is told before it is read", () => {
    expect(unstrippable("image/jpeg", maxStripBytes + 1)).toBe("strip-too-large");
    expect(unstrippable("image/jpeg", maxStripBytes)).toBe(undefined);
    expect(unstrippable("video/mp4", 1)).toBe("strip-kind");
  });

  test("files of nothing but headers end soon", async () => {
    const many = 1_000_000;
    expect(await codeOf(join([0xff, 0xd8], new Uint8Array(many).fill(0xff)), "image/jpeg")).toBe("strip-broken");
    const comments = new Uint8Array(many);
    for (let i = 0; i < many; i += 4) comments.set([0xff, 0xfe, 0, 2], i);
    expect(await codeOf(join([0xff, 0xd8], comments), "image/jpeg")).toBe("strip-unknown");
    const small = new Uint8Array(many);
    for (let i = 0; i + 12 <= many; i += 12) small.set(letters("teXt"), i + 4);
    expect(await codeOf(join(rgb.subarray(0, 33), small), "image/png")).toBe("strip-unknown");
    expect((await readMetadata(join(rgb.subarray(0, 33), small), "image/png")).length).toBe(1);
  });
});
