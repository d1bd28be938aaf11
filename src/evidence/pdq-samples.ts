import type { Pixels } from "./working-copy.ts";

/** One number for each pixel, row after row. PDQ's reference works in single precision, so each sum here is rounded to it as well. */
export interface Luma {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array<ArrayBuffer>;
}

const { fround } = Math;
const red = fround(0.299);
const green = fround(0.587);
const blue = fround(0.114);

/** Brightness of RGBA pixels (ITU-R BT.601); what is see-through is not looked at. */
export const lumaOf = ({ width, height, rgba }: Pixels): Luma => {
  const values = new Float32Array(width * height);
  for (let i = 0, at = 0; i < values.length; i++, at += 4) {
    const sum = fround(fround(red * (rgba[at] ?? 0)) + fround(green * (rgba[at + 1] ?? 0)));
    values[i] = fround(sum + fround(blue * (rgba[at + 2] ?? 0)));
  }
  return { width, height, values };
};

/** Where a row or a column lies among the values: index of its first, how many, and how far it is to the next. */
interface Line {
  readonly from: number;
  readonly length: number;
  readonly step: number;
}

/**
 * Mean of the window around each value of a line; at the ends the window is cut off. The running sum is added to and taken from in the
 * reference's order: single precision does not forgive another.
 */
const box = (input: Float32Array, output: Float32Array, { from, length, step }: Line, window: number): void => {
  const ahead = window >> 1;
  const behind = window - ahead;
  let sum = 0;
  let size = 0;
  for (let i = 0; i < ahead; i++, size++) sum = fround(sum + (input[from + i * step] ?? 0));
  for (let i = 0, at = from; i < length; i++, at += step) {
    if (i + ahead < length) {
      sum = fround(sum + (input[at + ahead * step] ?? 0));
      size++;
    }
    if (i >= behind) {
      sum = fround(sum - (input[at - behind * step] ?? 0));
      size--;
    }
    output[at] = fround(sum / size);
  }
};

/** Samples along each side of the square that PDQ is made from. */
export const sampleSide = 64;
const passes = 2;

const windowFor = (side: number): number => Math.floor((side + 2 * sampleSide - 1) / (2 * sampleSide));

/**
 * 64 × 64 samples of a picture of 5 pixels or more on each side: two box filters along rows and columns (together a tent), then the middle of
 * each of 64 parts. A picture of 64 × 64 is its own samples. `luma.values` are overwritten.
 */
export const samplesOf = ({ width, height, values }: Luma): Float32Array<ArrayBuffer> => {
  if (width === sampleSide && height === sampleSide) return values;
  const between = new Float32Array(values.length);
  for (let pass = 0; pass < passes; pass++) {
    for (let y = 0; y < height; y++) box(values, between, { from: y * width, length: width, step: 1 }, windowFor(width));
    for (let x = 0; x < width; x++) box(between, values, { from: x, length: height, step: width }, windowFor(height));
  }
  const samples = new Float32Array(sampleSide * sampleSide);
  const middle = (i: number, side: number): number => Math.floor(((i + 0.5) * side) / sampleSide);
  for (let y = 0; y < sampleSide; y++)
    for (let x = 0; x < sampleSide; x++) samples[y * sampleSide + x] = values[middle(y, height) * width + middle(x, width)] ?? 0;
  return samples;
};

/** How much there is to tell a picture by, 0 to 100: steps between neighbours, small ones cut away. */
export const qualityOf = (samples: Float32Array): number => {
  let sum = 0;
  const add = (a: number, b: number): void => {
    const rise = fround(fround(fround((samples[a] ?? 0) - (samples[b] ?? 0)) * 100) / 255);
    sum += Math.abs(Math.trunc(rise));
  };
  for (let at = 0; at < samples.length; at++) {
    if (at + sampleSide < samples.length) add(at, at + sampleSide);
    if ((at + 1) % sampleSide !== 0) add(at, at + 1);
  }
  return Math.min(100, Math.floor(sum / 90));
};
