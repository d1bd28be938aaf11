import { maxPixels, type Pixels } from "./pixels.ts";
import { inflateRows, samplesOf, type Pass } from "./png-rows.ts";
import { pngSignature } from "./png-format.ts";

/** What IHDR, PLTE and tRNS say (PNG 11.2, 11.3.1). */
export interface PngHead {
  readonly width: number;
  readonly height: number;
  /** Bits of one sample: 1, 2, 4, 8 or 16. */ readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */ readonly colour: 0 | 2 | 3 | 4 | 6;
  readonly interlaced: boolean;
  readonly palette: Uint8Array;
  readonly clear: Uint8Array;
}

const depths: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };
const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
/** Where the seven passes of an interlaced picture begin, and how far apart their pixels are (PNG 8.2). */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const isColour = (value: number): value is PngHead["colour"] => Object.hasOwn(channels, value);

const readChunks = (
  file: Uint8Array<ArrayBuffer>,
): { readonly head: PngHead; readonly data: readonly Uint8Array<ArrayBuffer>[] } | undefined => {
  if (file.length < 33 || pngSignature.some((byte, i) => file[i] !== byte)) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [depth = 0, colour = 0, packing = 0, filter = 0, interlace = 0] = file.subarray(24, 29);
  const sized = { width: view.getUint32(16), height: view.getUint32(20) };
  if (view.getUint32(12) !== 0x49484452 || !isColour(colour) || depths[colour]?.includes(depth) !== true) return undefined;
  if (packing !== 0 || filter !== 0 || interlace > 1) return undefined;
  if (sized.width === 0 || sized.height === 0 || sized.width * sized.height > maxPixels) return undefined;
  let palette = new Uint8Array(0);
  let clear = new Uint8Array(0);
  const data: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 33; at + 12 <= file.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (length > file.length - at - 12) return undefined;
    const body = file.subarray(at + 8, at + 8 + length);
    if (name === "PLTE") palette = body;
    else if (name === "tRNS") clear = body;
    else if (name === "IDAT") data.push(body);
    else if (name === "IEND") break;
    at += 12 + length;
  }
  if (colour === 3 && (palette.length === 0 || palette.length % 3 !== 0)) return undefined;
  return { head: { ...sized, depth, colour, interlaced: interlace === 1, palette, clear }, data };
};

const passesOf = ({ width, height, depth, colour, interlaced }: PngHead): readonly Pass[] => {
  const bits = depth * channels[colour];
  const starts = interlaced ? adam7 : ([[0, 0, 1, 1]] as const);
  return starts.flatMap(([x, y, stepX, stepY]) => {
    const columns = Math.ceil((width - x) / stepX);
    const rows = Math.ceil((height - y) / stepY);
    return columns > 0 && rows > 0 ? [{ x, y, stepX, stepY, columns, rows, rowBytes: Math.ceil((columns * bits) / 8) }] : [];
  });
};

/**
 * The pixels of a PNG exactly as they stand in the file: no colour profile or gamma is applied, nothing is premultiplied, which no canvas
 * promises. Samples of 16 bits keep their upper 8. Of an animation, the still picture. Undefined for what is no PNG, is damaged, or is too large.
 */
export const decodePng = async (file: Uint8Array<ArrayBuffer>): Promise<Pixels | undefined> => {
  const read = readChunks(file);
  if (read === undefined) return undefined;
  const { head, data } = read;
  const { width, height, depth, colour, palette, clear } = head;
  const out = new Uint8ClampedArray(width * height * 4);
  const wide = depth === 16;
  /** Of grey and RGB, the one colour that is transparent, at full depth. */
  const key = clear.length >= (colour === 2 ? 6 : 2) ? clear : undefined;
  const isKey = (samples: Uint16Array, at: number, count: number): boolean => {
    for (let i = 0; i < count; i++)
      if (key === undefined || samples[at + i] !== (key[2 * i] ?? 0) * 256 + (key[2 * i + 1] ?? 0)) return false;
    return true;
  };
  const grey = depth < 8 ? 255 / (2 ** depth - 1) : 1;
  const eight = (sample = 0): number => (wide ? sample >> 8 : sample * grey);
  const put = (samples: Uint16Array, from: number, to: number): void => {
    if (colour === 3) {
      const index = samples[from] ?? 0;
      for (let i = 0; i < 3; i++) out[to + i] = palette[3 * index + i] ?? 0;
      out[to + 3] = clear[index] ?? 255;
      return;
    }
    const isGrey = colour === 0 || colour === 4;
    for (let i = 0; i < 3; i++) out[to + i] = eight(samples[isGrey ? from : from + i]);
    const hasAlpha = colour === 4 || colour === 6;
    out[to + 3] = hasAlpha ? eight(samples[from + channels[colour] - 1]) : isKey(samples, from, channels[colour]) ? 0 : 255;
  };
  const passes = passesOf(head);
  const pixelBytes = Math.max(1, (depth * channels[colour]) >> 3);
  const whole = await inflateRows(data, passes, pixelBytes, (row, pass, y) => {
    const samples = samplesOf(row, depth, pass.columns * channels[colour]);
    const top = (pass.y + y * pass.stepY) * width;
    for (let x = 0; x < pass.columns; x++) put(samples, x * channels[colour], (top + pass.x + x * pass.stepX) * 4);
  });
  return whole ? { width, height, data: out } : undefined;
};
