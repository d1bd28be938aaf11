import { type Luma, qualityOf, samplesOf, sampleSide } from "./pdq-samples.ts";

/** What a picture looks like, in 256 bits: two that look alike differ in few of them. */
export interface Pdq {
  /** 64 hex digits, the highest word first. */ readonly hash: string;
  /** 0 to 100; below 50 the hash says nothing. */ readonly quality: number;
  /** The eight ways to turn and mirror the picture, the picture itself first. */ readonly turned: readonly string[];
}

const { fround } = Math;
/** Waves along each side that are kept: 1 to 16 of 64. The 0th is the mean brightness. */
const side = 16;

/** DCT-II, 16 × 64. */
const waves = new Float32Array(side * sampleSide);
const scale = fround(Math.sqrt(2 / sampleSide));
for (let i = 0; i < side; i++)
  for (let j = 0; j < sampleSide; j++) waves[i * sampleSide + j] = scale * Math.cos((Math.PI / 2 / sampleSide) * (i + 1) * (2 * j + 1));

/** 16 × 16 strengths of the waves in 64 × 64 samples: D · A · Dᵀ. */
const strengthsOf = (samples: Float32Array): Float32Array => {
  const half = new Float32Array(side * sampleSide);
  for (let i = 0; i < side; i++)
    for (let j = 0; j < sampleSide; j++) {
      let sum = 0;
      for (let k = 0; k < sampleSide; k++)
        sum = fround(sum + fround((waves[i * sampleSide + k] ?? 0) * (samples[k * sampleSide + j] ?? 0)));
      half[i * sampleSide + j] = sum;
    }
  const strengths = new Float32Array(side * side);
  for (let i = 0; i < side; i++)
    for (let j = 0; j < side; j++) {
      let sum = 0;
      for (let k = 0; k < sampleSide; k++) sum = fround(sum + fround((half[i * sampleSide + k] ?? 0) * (waves[j * sampleSide + k] ?? 0)));
      strengths[i * side + j] = sum;
    }
  return strengths;
};

/** A bit is set where a strength lies above the median; bit i · 16 + j counts from the least significant end. */
const bitsOf = (strengths: Float32Array): string => {
  const median = strengths.toSorted()[strengths.length / 2 - 1] ?? 0;
  let text = "";
  for (let at = strengths.length - 4; at >= 0; at -= 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit++) if ((strengths[at + bit] ?? 0) > median) digit |= 1 << bit;
    text += digit.toString(16);
  }
  return text;
};

/** Mirroring a picture turns the sign of its odd waves, which stand in even places here; turning it by a quarter swaps rows and columns as well. */
const turn = (strengths: Float32Array, swaps: boolean, mirrorsRows: boolean, mirrorsColumns: boolean): Float32Array => {
  const turned = new Float32Array(strengths.length);
  for (let i = 0; i < side; i++)
    for (let j = 0; j < side; j++) {
      const isTurned = (mirrorsRows && i % 2 === 0) !== (mirrorsColumns && j % 2 === 0);
      turned[swaps ? j * side + i : i * side + j] = (isTurned ? -1 : 1) * (strengths[i * side + j] ?? 0);
    }
  return turned;
};

/** Smallest side in pixels that can be told apart at all. */
const minSide = 5;

/**
 * PDQ (ThreatExchange, "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm", 2019), with the same bits as its reference in
 * C++ from the same pixels. For pictures of at most 512 pixels on each side; of a larger one a working copy is made first. Below 5 pixels on a
 * side: all zeros, quality 0. `luma.values` are overwritten.
 */
export const pdq = (luma: Luma): Pdq => {
  if (luma.width < minSide || luma.height < minSide) {
    const none = "0".repeat((side * side) / 4);
    return { hash: none, quality: 0, turned: [none] };
  }
  const samples = samplesOf(luma);
  const quality = qualityOf(samples);
  const strengths = strengthsOf(samples);
  const turned = [false, true].flatMap((swaps) =>
    [false, true].flatMap((rows) => [false, true].map((columns) => bitsOf(turn(strengths, swaps, rows, columns)))),
  );
  return { hash: turned[0] ?? "", quality, turned };
};
