import { afterEach, describe, expect, test } from "vitest";
import { fingerprint, type Readable } from "../../src/evidence/fingerprint.ts";
import { distanceOf } from "../../src/evidence/same-picture.ts";
import { putBack, replace } from "../vault/support/browser.ts";
import { vector } from "./pdq-vectors.ts";

/*
 * Browsers that change what is read from a canvas, as this one is made to do: a way that was found good stays so for a page, so the tests stand
 * in the order in which ways come to be found good.
 */
afterEach(putBack);

const readable = (file: Blob): Readable => ({
  size: file.size,
  read: async (from, length) => new Uint8Array(await file.slice(from, from + length).arrayBuffer()),
  whole: async () => file,
});
const found = async (name: string) => {
  const done = await fingerprint(readable(await vector(name).blob()));
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};

/** Changes the lowest bit of one pixel in `every`, as Brave does to a few and Firefox to most. */
const changeCanvas = (every: number): void =>
  replace(
    OffscreenCanvasRenderingContext2D.prototype,
    "getImageData",
    (real) =>
      function (this: OffscreenCanvasRenderingContext2D, x, y, width, height, settings?: ImageDataSettings) {
        const read = real.call(this, x, y, width, height, settings);
        for (let at = 4 * (every >> 1); at < read.data.length; at += 4 * every) read.data[at] = (read.data[at] ?? 0) ^ 1;
        return read;
      },
  );
const blankCanvas = (): void =>
  replace(
    OffscreenCanvasRenderingContext2D.prototype,
    "getImageData",
    () => (_x, _y, width, height) => new ImageData(new Uint8ClampedArray(width * height * 4).fill(255), width, height),
  );
const hasDecoder = typeof ImageDecoder !== "undefined" && (await ImageDecoder.isTypeSupported("image/bmp"));
const changeFrames = (): void => {
  if (!hasDecoder) return;
  replace(
    VideoFrame.prototype,
    "copyTo",
    (real) =>
      async function (this: VideoFrame, destination, options) {
        const layout = await real.call(this, destination, options);
        if (destination instanceof Uint8ClampedArray) destination[4_000] = (destination[4_000] ?? 0) ^ 1;
        return layout;
      },
  );
};

describe("where every way of reading pixels is changed", () => {
  test.each([
    ["all white", blankCanvas],
    ["every second pixel", () => changeCanvas(2)],
    ["one pixel in the whole working copy", () => changeCanvas(262_144)],
  ])("%s: no PDQ is made, and the reason is told; the exact bytes are as ever", async (_, change) => {
    change();
    changeFrames();
    const { blob } = vector("plasma-1.png");
    expect(await found("plasma-1.png")).toMatchObject({ size: (await blob()).size, pdq: null, quality: null, noPdq: "changed" });
  });
});

test("where only the canvas is changed, the decoder is asked in its place, or PDQ refused where there is none", async () => {
  changeCanvas(262_144);
  if (!hasDecoder) {
    expect((await found("plasma-1.png")).noPdq).toBe("changed");
    return;
  }
  for (const name of ["plasma-1.png", "checker.png"]) expect((await found(name)).pdq).toBe(vector(name).hash);
  for (const name of ["big.png", "content-page.png", "plasma-1-q35.jpg"])
    expect(distanceOf((await found(name)).pdq ?? "", vector(name).hash)).toBeLessThanOrEqual(10);
});

/** A JPEG that a camera noted as lying on its side: shown, it is turned to the right by a quarter. */
const lying = async (): Promise<Blob> => {
  const bytes = new Uint8Array(await (await vector("plasma-1-q35.jpg").blob()).arrayBuffer());
  const note = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const exif = [0xff, 0xe1, 0, note.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...note];
  return new Blob([bytes.slice(0, 2), new Uint8Array(exif), bytes.slice(2)], { type: "image/jpeg" });
};

test("a picture is read as it is seen, by either way", async () => {
  const file = readable(await lying());
  if (hasDecoder) changeCanvas(2);
  const byDecoder = await fingerprint(file);
  putBack();
  const byCanvas = await fingerprint(file);
  const upright = await found("plasma-1-q35.jpg");
  if (!byDecoder.ok || !byCanvas.ok) throw new Error("not read");
  expect(distanceOf(byDecoder.value.pdq ?? "", byCanvas.value.pdq ?? "")).toBeLessThanOrEqual(10);
  expect(distanceOf(byCanvas.value.pdq ?? "", upright.pdq ?? "")).toBeGreaterThan(90);
  expect(Math.min(...byCanvas.value.turned.map((one) => distanceOf(one, upright.pdq ?? "")))).toBeLessThanOrEqual(31);
});

test("what is see-through lies on white, whichever way it is read", async () => {
  const canvas = new OffscreenCanvas(120, 90);
  const context = canvas.getContext("2d");
  for (let i = 0; i < 40; i++) {
    if (context === null) break;
    context.fillStyle = `rgba(${String((i * 53) % 256)}, ${String((i * 101) % 256)}, 40, ${String((i % 4) / 3)})`;
    context.fillRect((i * 37) % 110, (i * 23) % 80, 26, 21);
  }
  const file = await canvas.convertToBlob();
  const white = new OffscreenCanvas(120, 90);
  const under = white.getContext("2d");
  if (under !== null) under.fillStyle = "#fff";
  under?.fillRect(0, 0, 120, 90);
  under?.drawImage(canvas, 0, 0);
  const [one, two] = await Promise.all([fingerprint(readable(file)), fingerprint(readable(await white.convertToBlob()))]);
  if (!one.ok || !two.ok) throw new Error("not read");
  expect(distanceOf(one.value.pdq ?? "", two.value.pdq ?? "")).toBeLessThanOrEqual(4);
  if (!hasDecoder) return;
  changeCanvas(2);
  const three = await fingerprint(readable(file));
  expect(three.ok && distanceOf(three.value.pdq ?? "", two.value.pdq ?? "")).toBeLessThanOrEqual(4);
});
