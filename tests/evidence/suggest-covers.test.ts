import { expect, test } from "vitest";
import { decodePicture } from "../../src/evidence/cover/decode-picture.ts";
import type { Area, Pixels } from "../../src/evidence/cover/pixels.ts";
import { suggestCovers } from "../../src/evidence/cover/suggest.ts";
import desktop from "../samples/content-page-desktop.jpg?url";
import content from "../samples/content-page.png?url";
import fake from "../samples/fake-profile.png?url";
import listing from "../samples/listing-page.png?url";
import results from "../samples/search-results.png?url";
import threat from "../samples/threat-chat.png?url";

const load = async (url: string): Promise<Pixels> => {
  const bytes = await (await fetch(url)).arrayBuffer();
  const pixels = await decodePicture(bytes, url.includes(".jpg") ? "image/jpeg" : "image/png");
  if (pixels === undefined) throw new Error("the sample does not decode");
  return pixels;
};
const holds = (areas: readonly Area[], x: number, y: number): boolean =>
  areas.some((area) => x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height);
/** Part of a rectangle that is covered. */
const part = (areas: readonly Area[], [left, top, right, bottom]: readonly [number, number, number, number]): number => {
  let covered = 0;
  let all = 0;
  for (let y = top; y < bottom; y += 2)
    for (let x = left; x < right; x += 2) {
      all++;
      if (holds(areas, x, y)) covered++;
    }
  return covered / all;
};

test.each([
  {
    url: content,
    picture: [28, 110, 752, 630],
    words: [
      [60, 20, 700, 62],
      [28, 664, 720, 700],
      [28, 750, 720, 900],
    ],
  },
  {
    url: fake,
    picture: [28, 110, 752, 290],
    words: [
      [60, 20, 700, 62],
      [230, 330, 540, 366],
      [100, 410, 700, 570],
    ],
  },
  {
    url: listing,
    picture: [28, 232, 752, 924],
    words: [
      [60, 20, 700, 62],
      [28, 150, 570, 190],
      [28, 955, 410, 990],
    ],
  },
] as const)("covers the pictures of $url and leaves its words", async ({ url, picture, words }) => {
  const areas = suggestCovers(await load(url));
  expect(part(areas, picture)).toBe(1);
  for (const line of words) expect(part(areas, line)).toBe(0);
});

test("a chat and a list of results have nothing but words", async () => {
  expect(suggestCovers(await load(threat))).toEqual([]);
  expect(suggestCovers(await load(results))).toEqual([]);
});

test("a page saved as JPEG, with its noise", async () => {
  const areas = suggestCovers(await load(desktop));
  expect(areas).toHaveLength(1);
  expect(part(areas, [0, 0, 1280, 30])).toBe(0);
});

test("a photo is covered whole, and a plain area not at all", () => {
  const photo = (width: number, height: number, tone: (x: number, y: number, c: number) => number): Pixels => {
    const data = new Uint8ClampedArray(width * height * 4);
    for (let i = 0; i < data.length; i++) {
      const at = i >> 2;
      data[i] = i % 4 === 3 ? 255 : tone(at % width, Math.floor(at / width), i % 4);
    }
    return { width, height, data };
  };
  const waves = photo(600, 400, (x, y, c) => 128 + 60 * Math.sin(x / 40 + c) + 50 * Math.cos(y / 30) + ((x * 31 + y * 17) % 9));
  expect(suggestCovers(waves)).toEqual([{ x: 0, y: 0, width: 600, height: 400 }]);
  expect(suggestCovers(photo(600, 400, () => 200))).toEqual([]);
});
