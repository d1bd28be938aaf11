import { chunkSealer } from "./stream.ts";

/** Bytes gathered before they are handed to the browser as one Blob: it keeps Blobs outside this heap, and each costs a message. */
const partBytes = 8 * 2 ** 20;

/**
 * Encrypts pieces into a Blob that the browser holds (on its disk when it is large: it is ciphertext). Memory here stays at about 10 MiB
 * whatever the size. `start` and `key` come from `startAge`.
 */
export const sealToBlob = async (start: Uint8Array, key: Uint8Array, plaintext: AsyncIterable<Uint8Array>): Promise<Blob> => {
  const parts: Blob[] = [];
  const part = new Uint8Array(partBytes);
  let filled = 0;
  const flush = (): void => {
    parts.push(new Blob([part.subarray(0, filled)]));
    filled = 0;
  };
  const take = (view: Uint8Array): void => {
    if (filled + view.length > partBytes) flush();
    part.set(view, filled);
    filled += view.length;
  };
  const sealer = chunkSealer(key);
  try {
    take(start);
    for await (const piece of plaintext) sealer.push(piece, take);
    sealer.finish(take);
  } finally {
    sealer.end();
  }
  flush();
  return new Blob(parts, { type: "application/octet-stream" });
};
