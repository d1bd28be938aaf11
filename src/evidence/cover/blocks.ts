import type { Pixels } from "./pixels.ts";

/** What a square of the picture looks like: one tone, a straight edge between two plain areas, words on a plain ground, or anything else. */
export type Kind = "plain" | "edge" | "text" | "picture";

export interface Blocks {
  /** Side of a block, in pixels. */ readonly side: number;
  readonly columns: number;
  readonly rows: number;
  /** Row by row. */ readonly kind: readonly Kind[];
}

/** Steps of brightness that count as the same: what a camera or JPEG adds to a plain area. */
const same = 6;
/** Words stand out from their ground by at least this much. */
const contrast = 80;
/** Part of a block of words that is its ground, and part that is ground or ink; the rest is the soft edge of letters. */
const groundShare = 0.35;
const twoToneShare = 0.62;
const binWidth = 16;

const brightness = (pixels: Pixels, x: number, y: number): number => {
  const at = (y * pixels.width + x) * 4;
  const [r = 0, g = 0, b = 0] = [pixels.data[at], pixels.data[at + 1], pixels.data[at + 2]];
  return (r * 54 + g * 183 + b * 19) >> 8;
};

/** Every row like the first one, or every column: a line, or the border of a panel. */
const isStraight = (tones: Uint8Array, width: number, height: number): boolean => {
  const all = (test: (x: number, y: number) => number): boolean => {
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) if (Math.abs((tones[y * width + x] ?? 0) - (tones[test(x, y)] ?? 0)) > same) return false;
    return true;
  };
  return all((x) => x) || all((_, y) => y * width);
};

const isText = (tones: Uint8Array): boolean => {
  const bins = new Uint32Array(256 / binWidth);
  for (const tone of tones) bins[Math.floor(tone / binWidth)] = (bins[Math.floor(tone / binWidth)] ?? 0) + 1;
  const ground = bins.indexOf(bins.reduce((a, b) => Math.max(a, b)));
  const middle = ground * binWidth + binWidth / 2;
  const ink = tones.reduce((far, tone) => (Math.abs(tone - middle) > Math.abs(far - middle) ? tone : far), middle);
  if (Math.abs(ink - middle) < contrast) return false;
  const near = (tone: number, to: number, reach: number): boolean => Math.abs(tone - to) <= reach;
  const onGround = tones.reduce((sum, tone) => sum + (near(tone, middle, binWidth) ? 1 : 0), 0);
  const onEither = tones.reduce((sum, tone) => sum + (near(tone, middle, binWidth) || near(tone, ink, 48) ? 1 : 0), 0);
  return onGround >= groundShare * tones.length && onEither >= twoToneShare * tones.length;
};

const kindOf = (tones: Uint8Array, width: number, height: number): Kind => {
  const low = tones.reduce((a, b) => Math.min(a, b));
  const high = tones.reduce((a, b) => Math.max(a, b));
  if (high - low <= same) return "plain";
  if (isStraight(tones, width, height)) return "edge";
  return isText(tones) ? "text" : "picture";
};

/** Cuts a picture into squares of about a forty-eighth of its shorter side, and says of each what it looks like. */
export const blocksOf = (pixels: Pixels): Blocks => {
  const { width, height } = pixels;
  const side = Math.min(64, Math.max(8, Math.round(Math.min(width, height) / 48)));
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const kind: Kind[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const w = Math.min(side, width - column * side);
      const h = Math.min(side, height - row * side);
      const tones = new Uint8Array(w * h);
      for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) tones[y * w + x] = brightness(pixels, column * side + x, row * side + y);
      kind.push(kindOf(tones, w, h));
    }
  return { side, columns, rows, kind };
};
