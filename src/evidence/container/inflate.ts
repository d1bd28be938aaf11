import { concat } from "../../lib/bytes.ts";

/** Fed at a time: a browser unpacks all that it is given before it hands anything on, and zlib packs a thousand to one. */
const pieceBytes = 1024;

/** What a zlib stream holds, at most `limit` bytes of it; undefined when it is none. A small one may unpack to gigabytes, so it is stopped there. */
export const inflate = async (bytes: Uint8Array, limit: number): Promise<Uint8Array | undefined> => {
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: (controller) => {
        controller.enqueue(bytes.slice(at, at + pieceBytes));
        at += pieceBytes;
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const reader = source.pipeThrough(new DecompressionStream("deflate")).getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done && size < limit; next = await reader.read()) {
      pieces.push(next.value);
      size += next.value.length;
    }
  } catch {
    // Not zlib, or cut off: what came out before is all there is.
    if (pieces.length === 0) return undefined;
  }
  // Already failed, or no longer wanted.
  await reader.cancel().catch(() => undefined);
  return concat(...pieces).subarray(0, limit);
};

/** The same bytes as a zlib stream that packs nothing (RFC 1950, 1951 §3.2.4). At most 65,535 of them. */
export const zlibStored = (bytes: Uint8Array): Uint8Array => {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  const size = bytes.length;
  const head = new Uint8Array([0x78, 0x01, 1, size & 255, size >>> 8, ~size & 255, (~size >>> 8) & 255]);
  return concat(head, bytes, new Uint8Array([b >>> 8, b & 255, a >>> 8, a & 255]));
};
