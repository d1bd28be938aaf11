/** RGBA, row after row, not premultiplied. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Sides of the copy that PDQ is made from where a picture is larger in either. */
export const workingSide = 512;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size of the copy: a picture of at most 512 × 512 stays as it is, any other becomes 512 × 512, whatever its shape. */
export const workingSize = ({ width, height }: Size): Size =>
  width <= workingSide && height <= workingSide ? { width, height } : { width: workingSide, height: workingSide };

/**
 * Which pixel of a side becomes the `i`th of the copy. The reference takes the nearest one and no mean (CImg's resize): a smoother copy gives
 * other bits, more than ten of them for a page of text. See decisions/0030.
 */
export const sourceOf = (i: number, from: number, to: number): number => Math.floor((i * from) / to);

/** `pixels` in another size, each pixel being one that was there. */
export const resize = (pixels: Pixels, { width, height }: Size): Pixels => {
  if (pixels.width === width && pixels.height === height) return pixels;
  const from = new Uint32Array(pixels.rgba.buffer, pixels.rgba.byteOffset, pixels.width * pixels.height);
  const copy = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = sourceOf(y, pixels.height, height) * pixels.width;
    for (let x = 0; x < width; x++) copy[y * width + x] = from[row + sourceOf(x, pixels.width, width)] ?? 0;
  }
  return { width, height, rgba: new Uint8ClampedArray(copy.buffer) };
};

/** Turned clockwise by 0, 90, 180 or 270 degrees, then mirrored left to right if `flip` says so. */
export const upright = (pixels: Pixels, rotation: number, flip: boolean): Pixels => {
  if (rotation === 0 && !flip) return pixels;
  const isLying = rotation === 90 || rotation === 270;
  const [width, height] = isLying ? [pixels.height, pixels.width] : [pixels.width, pixels.height];
  const from = new Uint32Array(pixels.rgba.buffer, pixels.rgba.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [right, down] = [flip ? width - 1 - x : x, y];
      const sx = rotation === 90 ? down : rotation === 180 ? width - 1 - right : rotation === 270 ? height - 1 - down : right;
      const sy = rotation === 90 ? width - 1 - right : rotation === 180 ? height - 1 - down : rotation === 270 ? right : down;
      to[y * width + x] = from[sy * pixels.width + sx] ?? 0;
    }
  return { width, height, rgba: new Uint8ClampedArray(to.buffer) };
};

/** What is see-through is laid on white, as sites do that keep no transparency. In place. */
export const onWhite = ({ rgba }: Pixels): void => {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 255;
    if (alpha === 255) continue;
    for (let c = at; c < at + 3; c++) rgba[c] = ((rgba[c] ?? 0) * alpha) / 255 + 255 - alpha;
    rgba[at + 3] = 255;
  }
};
