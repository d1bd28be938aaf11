/** A decoded picture as pdf.js holds it: 1, one bit to a pixel, rows in whole bytes; 2, RGB; 3, RGBA; a byte each. */
export interface RawImage {
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** One row as RGBA. What the file is short of is white. */
const rowOf = ({ kind, data, width }: RawImage, isInverse: boolean, y: number, row: Uint8Array): void => {
  const bytes = kind === 1 ? (width + 7) >> 3 : width * (kind === 2 ? 3 : 4);
  for (let x = 0, at = y * bytes, to = 0; x < width; x++, to += 4) {
    if (kind === 1) {
      const isOn = (((data[at + (x >> 3)] ?? 255) >> (7 - (x & 7))) & 1) === (isInverse ? 0 : 1);
      row.fill(isOn ? 255 : 0, to, to + 3);
      row[to + 3] = 255;
      continue;
    }
    row[to] = data[at++] ?? 255;
    row[to + 1] = data[at++] ?? 255;
    row[to + 2] = data[at++] ?? 255;
    row[to + 3] = kind === 2 ? 255 : (data[at++] ?? 255);
  }
};

/**
 * A picture within a page that is larger than any canvas may be, each pixel the mean of 2 × 2, 3 × 3 and so on until it `fits`. pdf.js would write it
 * as a bitmap file into a Blob for that, which a browser may keep on disk. `isInverse`: of one bit, black is 1.
 */
export const shrunk = (image: RawImage, isInverse: boolean, fits: (width: number, height: number) => boolean): ImageData => {
  let by = 2;
  const part = (side: number): number => Math.max(1, Math.floor(side / by));
  while (!fits(part(image.width), part(image.height)) && by < image.width + image.height) by++;
  const [width, height] = [part(image.width), part(image.height)];
  const out = new ImageData(width, height);
  const row = new Uint8Array(image.width * 4);
  const sums = new Float64Array(width * 4);
  const across = Math.min(by, image.width);
  const down = Math.min(by, image.height);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let dy = 0; dy < down; dy++) {
      rowOf(image, isInverse, y * by + dy, row);
      for (let x = 0; x < width * across; x++) {
        const from = x * 4;
        const to = Math.floor(x / across) * 4;
        const alpha = row[from + 3] ?? 0;
        // What cannot be seen has no colour to give.
        for (let c = 0; c < 3; c++) sums[to + c] = (sums[to + c] ?? 0) + (row[from + c] ?? 0) * alpha;
        sums[to + 3] = (sums[to + 3] ?? 0) + alpha;
      }
    }
    for (let at = 0; at < width * 4; at += 4) {
      const alpha = sums[at + 3] ?? 0;
      if (alpha === 0) continue;
      for (let c = 0; c < 3; c++) out.data[y * width * 4 + at + c] = Math.round((sums[at + c] ?? 0) / alpha);
      out.data[y * width * 4 + at + 3] = Math.round(alpha / (across * down));
    }
  }
  return out;
};
