import { concat, utf8 } from "../../src/lib/bytes.ts";
import { crc32 } from "../../src/lib/crc32.ts";

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const u32 = (n: number): Uint8Array => Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n);
export const chunk = (type: string, body: Uint8Array): Uint8Array<ArrayBuffer> => {
  const named = concat(utf8(type), body);
  return concat(u32(body.length), named, u32(crc32(named)));
};
export const deflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"))).arrayBuffer());

export interface PngPlan {
  readonly width: number;
  readonly height: number;
  readonly colour: 0 | 2 | 3 | 4 | 6;
  readonly depth: number;
  readonly interlaced?: boolean;
  /** Sample `c` of the pixel at x, y; below 2 ** depth. */ readonly sample: (x: number, y: number, c: number) => number;
  readonly palette?: Uint8Array;
  readonly clear?: Uint8Array;
  /** Chunks between IHDR and IDAT. */ readonly before?: readonly Uint8Array[];
  /** Chunks after IDAT, and whatever stands behind IEND. */ readonly after?: readonly Uint8Array[];
  readonly trailing?: Uint8Array;
  /** Filter of each row; ours never writes 3. */ readonly filter?: number;
}

export const channelsOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const packed = (samples: readonly number[], depth: number): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(Math.ceil((samples.length * depth) / 8));
  samples.forEach((value, i) => {
    if (depth === 16) {
      out[2 * i] = value >> 8;
      out[2 * i + 1] = value & 255;
    } else out[Math.floor((i * depth) / 8)] = (out[Math.floor((i * depth) / 8)] ?? 0) | (value << (8 - depth - ((i * depth) % 8)));
  });
  return out;
};

const filtered = (row: Uint8Array, above: Uint8Array, bpp: number, filter: number): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(row.length + 1);
  out[0] = filter;
  row.forEach((value, i) => {
    const left = i < bpp ? 0 : (row[i - bpp] ?? 0);
    const up = above[i] ?? 0;
    const corner = i < bpp ? 0 : (above[i - bpp] ?? 0);
    const guess = left + up - corner;
    const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
    const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
    out[i + 1] = value - ([0, left, up, (left + up) >> 1, paeth][filter] ?? 0);
  });
  return out;
};

/** Raw, filtered rows of the picture, before they are deflated. */
export const rowsOf = ({ width, height, colour, depth, interlaced = false, sample, filter = 0 }: PngPlan): Uint8Array<ArrayBuffer> => {
  const channels = channelsOf[colour];
  const bpp = Math.max(1, (depth * channels) >> 3);
  const rows: Uint8Array[] = [];
  for (const [x0, y0, dx, dy] of interlaced ? passes : ([[0, 0, 1, 1]] as const)) {
    let above = new Uint8Array(Math.ceil((Math.ceil((width - x0) / dx) * channels * depth) / 8));
    if (above.length === 0) continue;
    for (let y = y0; y < height; y += dy) {
      const samples: number[] = [];
      for (let x = x0; x < width; x += dx) for (let c = 0; c < channels; c++) samples.push(sample(x, y, c));
      const row = packed(samples, depth);
      rows.push(filtered(row, above, bpp, filter));
      above = row;
    }
  }
  return concat(...rows);
};

/** A PNG of any kind, with whatever else is to stand in it. */
export const makePng = async (
  plan: PngPlan,
): Promise<{ readonly file: Uint8Array<ArrayBuffer>; readonly packed: Uint8Array<ArrayBuffer> }> => {
  const { width, height, colour, depth, interlaced = false, palette, clear, before = [], after = [], trailing } = plan;
  const data = await deflated(rowsOf(plan));
  const half = Math.floor(data.length / 2);
  const file = concat(
    signature,
    chunk("IHDR", concat(u32(width), u32(height), Uint8Array.of(depth, colour, 0, 0, interlaced ? 1 : 0))),
    ...before,
    ...(palette === undefined ? [] : [chunk("PLTE", palette)]),
    ...(clear === undefined ? [] : [chunk("tRNS", clear)]),
    chunk("IDAT", data.subarray(0, half)),
    chunk("IDAT", data.subarray(half)),
    ...after,
    chunk("IEND", new Uint8Array(0)),
    ...(trailing === undefined ? [] : [trailing]),
  );
  return { file, packed: data };
};

/** Names of the chunks of a PNG, to its last byte. */
export const chunkNames = (png: Uint8Array): readonly string[] => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const names: string[] = [];
  let at = 8;
  while (at + 12 <= png.length) {
    names.push(String.fromCharCode(...png.subarray(at + 4, at + 8)));
    at += 12 + view.getUint32(at);
  }
  if (at !== png.length) names.push("rest");
  return names;
};

const latin1 = (bytes: Uint8Array): string => {
  let out = "";
  for (let i = 0; i < bytes.length; i += 8192) out += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return out;
};

/** Runs of `length` bytes of `secret` that stand anywhere in `made`. */
export const runsOf = (secret: Uint8Array, made: Uint8Array, length: number): number => {
  const [from, where] = [latin1(secret), latin1(made)];
  const runs = new Set<string>();
  for (let at = 0; at + length <= where.length; at++) runs.add(where.slice(at, at + length));
  let found = 0;
  for (let at = 0; at + length <= from.length; at++) if (runs.has(from.slice(at, at + length))) found++;
  return found;
};

/** As the browser decodes it, by its own hand: only for pictures without transparency. */
export const browserPixels = async (png: Uint8Array<ArrayBuffer>, type = "image/png"): Promise<ImageData> => {
  const bitmap = await createImageBitmap(new Blob([png], { type }), { colorSpaceConversion: "none" });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  if (canvas === null) throw new Error("no canvas");
  canvas.drawImage(bitmap, 0, 0);
  return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
};
