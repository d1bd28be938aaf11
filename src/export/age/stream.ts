import { chachaRun, type ChachaRun } from "../../crypto/chacha-run.ts";
import { chachaTagBytes } from "../../crypto/chacha.ts";

/** STREAM of age.md: pieces of 64 KiB, each with its tag; nonce = 11-byte counter ‖ last flag. Only a whole file of no bytes has an empty piece. */
export const chunkBytes = 65_536;
export const sealedChunkBytes = chunkBytes + chachaTagBytes;
/** Pieces worked on at once: about 1 MiB in and out. */
export const runChunks = 16;

/** Size of the payload behind its nonce, for a plaintext of this size. */
export const payloadBytes = (plaintext: number): number => plaintext + chachaTagBytes * Math.max(1, Math.ceil(plaintext / chunkBytes));

export const chunkNonce = (index: number, last: boolean): Uint8Array => {
  const nonce = new Uint8Array(12);
  const view = new DataView(nonce.buffer);
  // 2^48 pieces are 16 exbibytes; the counter's upper five bytes stay zero.
  view.setUint16(5, Math.floor(index / 2 ** 32));
  view.setUint32(7, index % 2 ** 32);
  view.setUint8(11, last ? 1 : 0);
  return nonce;
};

/** Takes a view that is gone when the call returns: copy it, or use it at once. */
export type Take = (view: Uint8Array<ArrayBuffer>) => void;

export interface ChunkSealer {
  readonly push: (plaintext: Uint8Array, take: Take) => void;
  /** The last piece; nothing may follow. */ readonly finish: (take: Take) => void;
  /** Wipes the key and gives the memory back, also after a failure. */ readonly end: () => void;
}

export const chunkSealer = (key: Uint8Array): ChunkSealer => {
  const capacity = runChunks * chunkBytes;
  const run = chachaRun(key, capacity, runChunks * sealedChunkBytes);
  let index = 0;
  let filled = 0;
  const seal = (finish: boolean, take: Take): void => {
    let to = 0;
    for (let from = 0; from < filled || (finish && index === 0); from += chunkBytes) {
      const length = Math.min(chunkBytes, filled - from);
      run.seal(from, length, to, chunkNonce(index++, finish && from + length === filled));
      to += length + chachaTagBytes;
    }
    filled = 0;
    take(run.view(to));
  };
  return {
    push: (plaintext, take) => {
      for (let at = 0; at < plaintext.length;) {
        // Sealed only when more is there: which piece is the last is known only at the end.
        if (filled === capacity) seal(false, take);
        const part = plaintext.subarray(at, at + capacity - filled);
        run.put(filled, part);
        filled += part.length;
        at += part.length;
      }
    },
    finish: (take) => seal(true, take),
    end: run.end,
  };
};

export type PayloadFailure = "age-altered" | "age-cut-off";

/**
 * Opens the pieces that lie in the in area of `run`, `filled` bytes from piece `index` on; `last` is the number of the file's last piece, or
 * undefined when it is not among them. `length`: of the genuine plaintext in the out area, also where a later piece fails.
 */
export const openPieces = (
  run: ChachaRun,
  filled: number,
  index: number,
  last: number | undefined,
): { readonly length: number; readonly failed: PayloadFailure | undefined } => {
  let to = 0;
  for (let from = 0; from < filled; from += sealedChunkBytes, index++) {
    const length = Math.min(sealedChunkBytes, filled - from);
    const isLast = index === last;
    if (run.open(from, length, to, chunkNonce(index, isLast))) {
      if (isLast && length === chachaTagBytes && index > 0) return { length: to, failed: "age-altered" };
      to += length - chachaTagBytes;
    } else if (length === sealedChunkBytes && run.open(from, length, to, chunkNonce(index, !isLast))) {
      // A genuine piece in the wrong place: the end of a file that was cut off, or a last piece with something behind it.
      return { length: to + chunkBytes, failed: isLast ? "age-cut-off" : "age-altered" };
    } else return { length: to, failed: length < chachaTagBytes ? "age-cut-off" : "age-altered" };
  }
  return { length: to, failed: undefined };
};

export interface ChunkOpener {
  /** What is genuine before a failure is given to `take` first. */
  readonly push: (sealed: Uint8Array, take: Take) => PayloadFailure | undefined;
  readonly finish: (take: Take) => PayloadFailure | undefined;
  readonly end: () => void;
}

export const chunkOpener = (key: Uint8Array): ChunkOpener => {
  const capacity = runChunks * sealedChunkBytes;
  const run = chachaRun(key, capacity, runChunks * chunkBytes);
  let index = 0;
  let filled = 0;
  const open = (last: number | undefined, take: Take): PayloadFailure | undefined => {
    const { length, failed } = openPieces(run, filled, index, last);
    index += runChunks;
    filled = 0;
    if (length > 0) take(run.view(length));
    return failed;
  };
  return {
    push: (sealed, take) => {
      for (let at = 0; at < sealed.length;) {
        if (filled === capacity) {
          const failed = open(undefined, take);
          if (failed !== undefined) return failed;
        }
        const part = sealed.subarray(at, at + capacity - filled);
        run.put(filled, part);
        filled += part.length;
        at += part.length;
      }
      return undefined;
    },
    finish: (take) => (filled === 0 ? "age-cut-off" : open(index + Math.ceil(filled / sealedChunkBytes) - 1, take)),
    end: run.end,
  };
};
