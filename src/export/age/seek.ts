import { chachaRun } from "../../crypto/chacha-run.ts";
import { chachaTagBytes } from "../../crypto/chacha.ts";
import { openPieces, chunkBytes, runChunks, sealedChunkBytes, type PayloadFailure } from "./stream.ts";

/** The payload of an age file, read at any place: each piece of 64 KiB is checked when it is opened, so nothing has to be unpacked to a disk. */
export interface Payload {
  /** Of the plaintext, in bytes. */ readonly size: number;
  /** Plaintext from `from` up to `to`, in pieces of at most 1 MiB; a failure is the last thing yielded. */
  readonly pieces: (from: number, to: number) => AsyncGenerator<Uint8Array | PayloadFailure, void>;
}

/** `file` from byte `start` on is the payload. `undefined`: too short to be one. */
export const payloadOf = (file: Blob, start: number, key: Uint8Array): Payload | undefined => {
  const sealedSize = file.size - start;
  const last = Math.ceil(sealedSize / sealedChunkBytes) - 1;
  const size = sealedSize - chachaTagBytes * (last + 1);
  // An empty last piece, which only an empty file may have, is the stump of one that was cut off.
  if (last < 0 || (last === 0 ? size < 0 : size <= last * chunkBytes)) return undefined;
  return {
    size,
    async *pieces(from, to) {
      if (from < 0 || to > size || from > to) throw new RangeError("payload: outside");
      const first = Math.floor(from / chunkBytes);
      // Up to the piece that holds the last byte asked for; one piece at least, so that an empty file is checked too.
      const end = Math.max(first + 1, Math.ceil(to / chunkBytes));
      const runs = Math.min(runChunks, end - first);
      const capacity = runs * sealedChunkBytes;
      const run = chachaRun(key, capacity, runs * chunkBytes);
      // One stream and not a slice for each run: Chromium counts slices that were read as held until they are collected, and at about a
      // twentieth of the machine's memory it reads no Blob any more.
      const reader = file
        .slice(start + first * sealedChunkBytes, start + end * sealedChunkBytes)
        .stream()
        .getReader();
      let index = first;
      let filled = 0;
      const open = (): { readonly piece: Uint8Array; readonly failed: PayloadFailure | undefined } => {
        const { length, failed } = openPieces(run, filled, index, last);
        const at = index * chunkBytes;
        index += runs;
        filled = 0;
        return { piece: run.view(length).slice(Math.max(0, from - at), Math.max(0, to - at)), failed };
      };
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          for (let at = 0; at < next.value.length;) {
            const part = next.value.subarray(at, at + capacity - filled);
            run.put(filled, part);
            filled += part.length;
            at += part.length;
            if (filled < capacity) continue;
            const { piece, failed } = open();
            if (failed !== undefined) return yield failed;
            if (piece.length > 0) yield piece;
          }
        }
        if (filled === 0) return;
        const { piece, failed } = open();
        if (failed !== undefined) return yield failed;
        if (piece.length > 0) yield piece;
      } finally {
        run.end();
        await reader.cancel();
      }
    },
  };
};
