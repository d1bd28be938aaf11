import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pdq } from "../../src/evidence/pdq.ts";
import { lumaOf, qualityOf, samplesOf, sampleSide, type Luma } from "../../src/evidence/pdq-samples.ts";
import { compare, differentBeyond, distanceOf, leastQuality, sameWithin, type Print } from "../../src/evidence/same-picture.ts";
import { onWhite, resize, upright, workingSize, type Pixels } from "../../src/evidence/working-copy.ts";

/** Soft hills and valleys, the same for the same numbers. */
const hills = (seed: number, width: number, height: number): Luma => {
  const waves = Array.from({ length: 9 }, (_, i) => {
    const at = Math.sin(seed * 12.9898 + i * 78.233) * 43_758.5453;
    const part = at - Math.floor(at);
    return { x: 1 + Math.floor(part * 9), y: 1 + (Math.floor(part * 70) % 8), from: part * 6.28 };
  });
  const values = new Float32Array(width * height);
  for (let i = 0; i < values.length; i++) {
    const [x, y] = [(i % width) / width, Math.floor(i / width) / height];
    const sum = waves.reduce((n, wave) => n + Math.sin(wave.x * x * 6.28 + wave.y * y * 6.28 + wave.from), 0);
    values[i] = 128 + 12 * sum;
  }
  return { width, height, values };
};
const side = fc.integer({ min: 5, max: 200 });
const seeds = fc.integer({ min: 0, max: 10_000 });
const hashes = fc.stringMatching(/^[0-9a-f]{64}$/u);

describe("the hash", () => {
  test("has half its bits set at most, whatever the shape, and the same answer each time", () => {
    fc.assert(
      fc.property(seeds, side, side, (seed, width, height) => {
        const one = pdq(hills(seed, width, height));
        expect(one).toEqual(pdq(hills(seed, width, height)));
        expect(one.hash).toMatch(/^[0-9a-f]{64}$/u);
        expect(distanceOf(one.hash, "0".repeat(64))).toBeLessThanOrEqual(128);
        expect(one.quality).toBeGreaterThanOrEqual(0);
        expect(one.quality).toBeLessThanOrEqual(100);
        expect(one.turned[0]).toBe(one.hash);
        expect(one.turned).toHaveLength(8);
      }),
      { numRuns: 60 },
    );
  });

  test("of a picture that was turned and mirrored is one of the eight, nearly to the bit", () => {
    const turns = fc.constantFrom(0, 90, 180, 270);
    fc.assert(
      fc.property(seeds, turns, fc.boolean(), (seed, rotation, flip) => {
        const { width, height, values } = hills(seed, sampleSide, sampleSide);
        const rgba = new Uint8ClampedArray(width * height * 4);
        values.forEach((value, i) => rgba.fill(value, i * 4, i * 4 + 4));
        const { turned } = pdq(lumaOf({ width, height, rgba }));
        const { hash } = pdq(lumaOf(upright({ width, height, rgba }, rotation, flip)));
        expect(Math.min(...turned.map((one) => distanceOf(one, hash)))).toBeLessThanOrEqual(4);
      }),
      { numRuns: 60 },
    );
  });

  test("of less than 5 pixels on a side says nothing", () => {
    expect(pdq(hills(1, 4, 300))).toEqual({ hash: "0".repeat(64), quality: 0, turned: ["0".repeat(64)] });
  });

  test("does not change with the brightness of the whole", () => {
    const one = hills(7, 120, 90);
    const brighter = { ...one, values: one.values.map((value) => value + 16) };
    expect(distanceOf(pdq(brighter).hash, pdq(hills(7, 120, 90)).hash)).toBeLessThanOrEqual(2);
  });
});

describe("the samples", () => {
  test("of one brightness are that brightness, and have no quality", () => {
    fc.assert(
      fc.property(side, side, fc.integer({ min: 0, max: 255 }), (width, height, value) => {
        const samples = samplesOf({ width, height, values: new Float32Array(width * height).fill(value) });
        expect(samples).toHaveLength(sampleSide * sampleSide);
        expect(samples.every((sample) => Math.abs(sample - value) < 1e-3)).toBe(true);
        expect(qualityOf(samples)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  test("never leave the range of the picture", () => {
    fc.assert(
      fc.property(seeds, side, side, (seed, width, height) => {
        const luma = hills(seed, width, height);
        const [least, most] = [Math.min(...luma.values), Math.max(...luma.values)];
        expect(samplesOf(luma).every((sample) => sample >= least - 0.01 && sample <= most + 0.01)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the working copy", () => {
  const pixels = (width: number, height: number): Pixels => ({
    width,
    height,
    rgba: new Uint8ClampedArray(width * height * 4).map((_, i) => (i * 31) >> 2),
  });

  test("stays as it is up to 512 on each side, and is square above", () => {
    expect(workingSize({ width: 512, height: 3 })).toEqual({ width: 512, height: 3 });
    expect(workingSize({ width: 513, height: 3 })).toEqual({ width: 512, height: 512 });
    expect(workingSize({ width: 300, height: 4000 })).toEqual({ width: 512, height: 512 });
  });

  test("is made of pixels that were there, corner by corner", () => {
    fc.assert(
      fc.property(side, side, side, side, (w, h, width, height) => {
        const from = pixels(w, h);
        const words = new Uint32Array(from.rgba.buffer);
        const to = new Uint32Array(resize(from, { width, height }).rgba.buffer);
        expect(to).toHaveLength(width * height);
        for (const [x, y] of [
          [0, 0],
          [width - 1, 0],
          [0, height - 1],
          [width - 1, height - 1],
        ] as const)
          expect(to[y * width + x]).toBe(words[Math.floor((y * h) / height) * w + Math.floor((x * w) / width)]);
      }),
      { numRuns: 60 },
    );
  });

  test("four turns to the right, and two mirrors, give it back", () => {
    const from = pixels(7, 4);
    const turn = (p: Pixels): Pixels => upright(p, 90, false);
    expect(turn(from)).toMatchObject({ width: 4, height: 7 });
    expect(turn(turn(turn(turn(from))))).toEqual(from);
    expect(turn(turn(from))).toEqual(upright(from, 180, false));
    expect(turn(turn(turn(from)))).toEqual(upright(from, 270, false));
    expect(upright(upright(from, 0, true), 0, true)).toEqual(from);
    // The top left corner goes to the top right.
    expect(turn(from).rgba.slice(12, 16)).toEqual(from.rgba.slice(0, 4));
  });

  test("lies on white", () => {
    const one: Pixels = { width: 3, height: 1, rgba: new Uint8ClampedArray([0, 0, 0, 0, 200, 100, 0, 128, 1, 2, 3, 255]) };
    onWhite(one);
    expect([...one.rgba]).toEqual([255, 255, 255, 255, 227, 177, 127, 255, 1, 2, 3, 255]);
  });
});

describe("is it the same picture?", () => {
  const sha = (digit: string): string => digit.repeat(64);
  const print = (pdqHash: string | null, quality: number | null = 100, digit = "a"): Print => ({
    sha256: sha(digit),
    pdq: pdqHash,
    quality,
  });
  /** `hash` with `n` of its bits turned over. */
  const flipped = (hash: string, n: number): string => {
    const turned = BigInt(`0x${hash}`) ^ ((1n << BigInt(n)) - 1n);
    return turned.toString(16).padStart(64, "0");
  };

  test("distance is one of a metric: zero to itself, the same both ways, at most 256, and by the triangle", () => {
    fc.assert(
      fc.property(hashes, hashes, hashes, (a, b, c) => {
        expect(distanceOf(a, a)).toBe(0);
        expect(distanceOf(a, b)).toBe(distanceOf(b, a));
        expect(distanceOf(a, b)).toBeLessThanOrEqual(256);
        expect(distanceOf(a, c)).toBeLessThanOrEqual(distanceOf(a, b) + distanceOf(b, c));
      }),
    );
  });

  test.each([
    [0, "same-picture"],
    [sameWithin, "same-picture"],
    [sameWithin + 1, "cant-tell"],
    [differentBeyond, "cant-tell"],
    [differentBeyond + 1, "different"],
    [256, "different"],
  ] as const)("%d bits apart: %s", (distance, verdict) => {
    fc.assert(
      fc.property(hashes, (hash) => {
        const other = print(flipped(hash, distance), 80, "b");
        expect(compare(print(hash, 80), other, [])).toEqual({ verdict, distance });
      }),
      { numRuns: 20 },
    );
  });

  test("below the least quality nothing is compared, on either side", () => {
    fc.assert(
      fc.property(hashes, fc.integer({ min: 0, max: leastQuality - 1 }), fc.boolean(), (hash, quality, isKnown) => {
        const [low, high] = [print(hash, quality, "b"), print(hash, 100)];
        expect(isKnown ? compare(low, high, [hash]) : compare(high, low, [hash])).toEqual({ verdict: "cant-tell", distance: null });
      }),
    );
  });

  test("the same bytes are the same file, with or without a picture in it", () => {
    expect(compare(print(null, null), print(null, null), [])).toEqual({ verdict: "same-file", distance: null });
    expect(compare(print(sha("1"), 90), print(sha("1"), 90), [])).toEqual({ verdict: "same-file", distance: 0 });
    expect(compare(print(null, null), print(sha("1"), 90, "b"), [])).toEqual({ verdict: "cant-tell", distance: null });
  });

  test("turned and mirrored counts", () => {
    const [known, other] = [sha("1"), sha("e")];
    expect(compare(print(known), print(other, 90, "b"), [other])).toMatchObject({ verdict: "different" });
    expect(compare(print(known), print(other, 90, "b"), [other, sha("1")])).toEqual({ verdict: "same-picture", distance: 0 });
  });
});
