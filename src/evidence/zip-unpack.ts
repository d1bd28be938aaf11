import { concat } from "../lib/bytes.ts";
import { crc32 } from "../lib/crc32.ts";
import type { Sliced } from "../lib/sliced.ts";
import type { ZipFile } from "./zip-directory.ts";

const localLength = 30;
const localSignature = 0x04034b50;
/** Packed bytes given at a time: what comes out before the bound is looked at again is at most a thousand times as much. */
const pieceBytes = 16 * 1024;

/** Where the file's packed bytes lie; undefined when its local record is not there. */
const packedBytes = async (zip: Sliced, { at, packed }: ZipFile): Promise<Sliced | undefined> => {
  const local = new DataView(await zip.slice(at, at + localLength).arrayBuffer());
  if (local.byteLength < localLength || local.getUint32(0, true) !== localSignature) return undefined;
  const from = at + localLength + local.getUint16(26, true) + local.getUint16(28, true);
  return from + packed > zip.size ? undefined : zip.slice(from, from + packed);
};

/** `onFail` hears why the zip itself could not be read, which the unpacker only knows as damage. */
const inPieces = (packed: Sliced, onFail: (thrown: unknown) => void): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let at = 0;
  return new ReadableStream(
    {
      pull: async (controller) => {
        if (at >= packed.size) return controller.close();
        try {
          controller.enqueue(new Uint8Array(await packed.slice(at, at + pieceBytes).arrayBuffer()));
        } catch (thrown) {
          onFail(thrown);
          throw thrown;
        }
        at += pieceBytes;
      },
    },
    { highWaterMark: 0 },
  );
};

/** Inflates to exactly `size` bytes; undefined as soon as it is more, or when the data is damaged. */
const inflate = async (packed: Sliced, size: number): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  let failed: { readonly thrown: unknown } | undefined;
  const onFail = (thrown: unknown): void => {
    failed = { thrown };
  };
  const reader = inPieces(packed, onFail).pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const pieces: Uint8Array[] = [];
  let total = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      total += next.value.length;
      if (total > size) return undefined;
      pieces.push(next.value);
    }
    return total === size ? concat(...pieces) : undefined;
  } catch {
    if (failed !== undefined) throw failed.thrown;
    // What the browser says of damaged data.
    return undefined;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
};

/**
 * The exact bytes of one file of a zip, at most `most` of them: a part of the zip itself where it was only stored, else unpacked in memory. The
 * zip's own sum over unpacked bytes is compared. undefined when it is longer, or not what the directory says. Throws what reading the zip throws.
 */
export const unpack = async (zip: Sliced, file: ZipFile, most: number): Promise<Sliced | ArrayBuffer | undefined> => {
  const packed = await packedBytes(zip, file);
  if (packed === undefined || (file.method === "deflated" && file.size > most)) return undefined;
  if (file.method === "stored") return packed;
  const bytes = await inflate(packed, file.size);
  return bytes !== undefined && crc32(bytes) === file.crc ? bytes.buffer : undefined;
};
