import { afterEach, expect, test } from "vitest";
import { makeCoverer, type Coverer } from "../../src/evidence/cover/coverer.ts";
import { decodePng } from "../../src/evidence/cover/png-decode.ts";
import { err, ok } from "../../src/lib/result.ts";

/** A vault that remembers what it was given. */
const withVault = (): { readonly coverer: Coverer<never>; readonly stored: Uint8Array<ArrayBuffer>[] } => {
  const stored: Uint8Array<ArrayBuffer>[] = [];
  const coverer = makeCoverer<never>({
    readFile: () => Promise.reject(new Error("not asked here")),
    importFile: async (_, bytes) => {
      // A copy, as a store makes one: what was given is wiped.
      stored.push(new Uint8Array(bytes.slice(0)));
      return ok({ file: "f", sha256: "s", size: bytes.byteLength });
    },
  });
  return { coverer, stored };
};
const drawn = new Uint8ClampedArray(Array.from({ length: 31 * 17 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 89) & 255)));
const picture = (): Promise<ImageBitmap> => createImageBitmap(new ImageData(drawn.slice(), 31, 17));

const pen = OffscreenCanvasRenderingContext2D.prototype;
const asItIs = Object.getOwnPropertyDescriptor(pen, "getImageData") ?? {};
const original = asItIs.value as () => ImageData;
afterEach(() => {
  Object.defineProperty(pen, "getImageData", asItIs);
});

test("what was drawn is stored as a PNG of exactly its pixels, and let go of", async () => {
  const { coverer, stored } = withVault();
  const bitmap = await picture();
  expect(await coverer.keep("case", bitmap)).toMatchObject({ ok: true });
  const png = await decodePng(stored[0] ?? new Uint8Array());
  expect(png).toEqual({ width: 31, height: 17, data: drawn });
  expect(bitmap.width).toBe(0);
});

test("in a browser that gives other pixels back than were drawn nothing is stored", async () => {
  const { coverer, stored } = withVault();
  pen.getImageData = function (...args: Parameters<OffscreenCanvasRenderingContext2D["getImageData"]>) {
    const image: ImageData = Reflect.apply(original, this, args);
    image.data[40] = (image.data[40] ?? 0) ^ 1;
    return image;
  };
  expect(await coverer.keep("case", await picture())).toEqual(err({ code: "still-unreadable" }));
  expect(stored).toEqual([]);
});
