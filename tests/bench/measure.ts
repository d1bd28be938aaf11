/** What one row of the table says. Times in milliseconds, medians; `ratio` is peer time ÷ our time: above 1 is faster than the peer. */
export interface Measured {
  readonly what: string;
  readonly against: string;
  readonly goal: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: number;
  readonly reached: boolean;
}

/** Middle of the sorted values; the lower one for an even count. Throws RangeError for none. */
export const median = (values: readonly number[]): number => {
  const middle = values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
  if (middle === undefined) throw new RangeError("median of nothing");
  return middle;
};

const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** Medians in ms of two works that alternate in one run, after one uncounted round of each. */
export const alternate = async (
  ours: () => unknown,
  peer: () => unknown,
  rounds = 5,
): Promise<{ readonly ours: number; readonly peer: number }> => {
  await timed(ours);
  await timed(peer);
  const a: number[] = [];
  const b: number[] = [];
  for (let round = 0; round < rounds; round++) {
    a.push(await timed(ours));
    b.push(await timed(peer));
  }
  return { ours: median(a), peer: median(b) };
};

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const mbPerSecond = (bytes: number, milliseconds: number): string => `${(bytes / 1e6 / (milliseconds / 1000)).toFixed(0)} MB/s`;

/** Deterministic bytes that do not compress (xorshift32). */
export const noise = (size: number): Uint8Array<ArrayBuffer> => {
  const words = new Uint32Array(Math.ceil(size / 4));
  let x = 0x9e3779b9;
  for (let i = 0; i < words.length; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    words[i] = x;
  }
  return new Uint8Array(words.buffer, 0, size);
};
