import { concat, utf8 } from "../../lib/bytes.ts";
import { crc32 } from "../../lib/crc32.ts";
import type { Pixels } from "./pixels.ts";
import { paeth, pngSignature } from "./png-format.ts";

const u32 = (value: number): Uint8Array<ArrayBuffer> => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

const chunk = (type: string, body: Uint8Array): Uint8Array<ArrayBuffer> => {
  const named = concat(utf8(type), body);
  return concat(u32(body.length), named, u32(crc32(named)));
};

const isOpaque = (data: Uint8ClampedArray): boolean => {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
};

/** Bytes of one row as they are filtered: three to a pixel where nothing is transparent, else four. */
const rowOf = ({ width, data }: Pixels, y: number, bytes: 3 | 4, out: Uint8Array): void => {
  let from = y * width * 4;
  if (bytes === 4) return out.set(data.subarray(from, from + width * 4));
  for (let to = 0; to < width * 3; to += 3, from += 4) {
    out[to] = data[from] ?? 0;
    out[to + 1] = data[from + 1] ?? 0;
    out[to + 2] = data[from + 2] ?? 0;
  }
};

/** Sum of the differences as signed bytes: the smaller, the better it will compress (PNG 12.8). */
const weight = (row: Uint8Array): number => {
  let sum = 0;
  for (let i = 1; i < row.length; i++) {
    const value = row[i] ?? 0;
    sum += value < 128 ? value : 256 - value;
  }
  return sum;
};

/** Every row behind the number of its filter: 0 none, 1 left, 2 above, 4 Paeth. */
function* filtered(pixels: Pixels, bytes: 3 | 4): Generator<Uint8Array<ArrayBuffer>, void> {
  const length = pixels.width * bytes;
  let above = new Uint8Array(length);
  let row = new Uint8Array(length);
  for (let y = 0; y < pixels.height; y++) {
    rowOf(pixels, y, bytes, row);
    const tried = ([0, 1, 2, 4] as const).map((filter) => {
      const out = new Uint8Array(length + 1);
      out[0] = filter;
      for (let i = 0; i < length; i++) {
        const left = i < bytes ? 0 : (row[i - bytes] ?? 0);
        const up = above[i] ?? 0;
        const guess = filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? up : paeth(left, up, i < bytes ? 0 : (above[i - bytes] ?? 0));
        out[i + 1] = (row[i] ?? 0) - guess;
      }
      return out;
    });
    // Ties go to the plain one, which flat areas compress best with.
    yield tried.reduce((best, next) => (weight(next) < weight(best) ? next : best));
    [above, row] = [row, above];
  }
}

/** Rows are handed on in pieces of about this many bytes. */
const pieceBytes = 256 * 1024;

/**
 * A PNG of exactly these pixels, 8 bits to a channel, with the chunks IHDR, IDAT and IEND and no others: no text, time, profile or preview can be
 * in it, since nothing of a file is copied. Made here and not by a canvas, which may change pixels and keeps large results on disk.
 */
export const encodePng = async (pixels: Pixels): Promise<Uint8Array<ArrayBuffer>> => {
  const { width, height, data } = pixels;
  const bytes = isOpaque(data) ? 3 : 4;
  const zlib = new CompressionStream("deflate");
  const writer = zlib.writable.getWriter();
  const packed: Uint8Array[] = [];
  const read = (async () => {
    const reader = zlib.readable.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) packed.push(chunk("IDAT", next.value));
  })();
  let piece: Uint8Array[] = [];
  let size = 0;
  for (const row of filtered(pixels, bytes)) {
    piece.push(row);
    size += row.length;
    if (size < pieceBytes) continue;
    await writer.write(concat(...piece));
    piece = [];
    size = 0;
  }
  if (size > 0) await writer.write(concat(...piece));
  await writer.close();
  await read;
  const header = concat(u32(width), u32(height), Uint8Array.of(8, bytes === 3 ? 2 : 6, 0, 0, 0));
  return concat(pngSignature, chunk("IHDR", header), ...packed, chunk("IEND", new Uint8Array(0)));
};
