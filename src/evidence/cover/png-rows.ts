import { paeth } from "./png-format.ts";

/** One pass over the picture: all of it, or every so many pixels where it is interlaced. */
export interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
  /** Bytes of one row, without that of its filter. */ readonly rowBytes: number;
}

/** Takes the filter off a row, in place (PNG 9.2). False for a filter that does not exist. */
const unfilter = (filter: number, row: Uint8Array, above: Uint8Array, pixelBytes: number): boolean => {
  if (filter > 4) return false;
  if (filter === 0) return true;
  for (let i = 0; i < row.length; i++) {
    const left = i < pixelBytes ? 0 : (row[i - pixelBytes] ?? 0);
    const up = above[i] ?? 0;
    const corner = i < pixelBytes ? 0 : (above[i - pixelBytes] ?? 0);
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
    row[i] = (row[i] ?? 0) + guess;
  }
  return true;
};

/**
 * Inflates the data and hands every row on, in order. No more is inflated than the rows need, whatever the data would grow to. False where the
 * data is damaged or ends early.
 */
export const inflateRows = async (
  data: readonly Uint8Array<ArrayBuffer>[],
  passes: readonly Pass[],
  pixelBytes: number,
  onRow: (row: Uint8Array, pass: Pass, y: number) => void,
): Promise<boolean> => {
  const zlib = new DecompressionStream("deflate");
  const writer = zlib.writable.getWriter();
  const feed = (async () => {
    for (const piece of data) await writer.write(piece);
    await writer.close();
  })().catch(() => undefined);
  const reader = zlib.readable.getReader();
  let piece = new Uint8Array(0);
  let used = 0;
  /** Fills `into` from what comes; false at the end. */
  const take = async (into: Uint8Array): Promise<boolean> => {
    for (let filled = 0; filled < into.length;) {
      if (used === piece.length) {
        const next = await reader.read();
        if (next.done) return false;
        piece = next.value;
        used = 0;
      }
      const some = piece.subarray(used, used + into.length - filled);
      into.set(some, filled);
      used += some.length;
      filled += some.length;
    }
    return true;
  };
  try {
    for (const pass of passes) {
      let above = new Uint8Array(pass.rowBytes);
      for (let y = 0; y < pass.rows; y++) {
        const row = new Uint8Array(pass.rowBytes + 1);
        // A picture has many rows in each piece, so waiting for each of them would cost more than the work.
        if (piece.length - used >= row.length) {
          row.set(piece.subarray(used, used + row.length));
          used += row.length;
        } else if (!(await take(row))) return false;
        const body = row.subarray(1);
        if (!unfilter(row[0] ?? 0, body, above, pixelBytes)) return false;
        onRow(body, pass, y);
        above = body;
      }
    }
    return true;
  } catch {
    return false;
  } finally {
    await reader.cancel().catch(() => undefined);
    await feed;
  }
};

/** The samples of a row, each as the number that stands there (PNG 7.2). */
export const samplesOf = (row: Uint8Array, depth: number, count: number): Uint16Array => {
  const out = new Uint16Array(count);
  if (depth === 8) out.set(row.subarray(0, count));
  else if (depth === 16) for (let i = 0; i < count; i++) out[i] = (row[2 * i] ?? 0) * 256 + (row[2 * i + 1] ?? 0);
  else {
    const perByte = 8 / depth;
    const mask = 2 ** depth - 1;
    for (let i = 0; i < count; i++) out[i] = ((row[Math.floor(i / perByte)] ?? 0) >> (8 - depth * ((i % perByte) + 1))) & mask;
  }
  return out;
};
