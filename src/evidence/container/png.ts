import { ascii } from "./ascii.ts";
import { crc32 } from "../../lib/crc32.ts";
import { Unfit } from "./unfit.ts";

export const pngSignature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface PngChunk {
  /** Four letters. */ readonly type: string;
  readonly data: Uint8Array;
  /** Length, type, data and sum. */ readonly whole: Uint8Array;
}
export interface PngChunks {
  readonly chunks: readonly PngChunk[];
  /** Where the picture ends, behind IEND; undefined: it is cut off or out of joint before that. */
  readonly end: number | undefined;
}

/** Some encoders write a piece for each 4 KiB; a picture of 64 MiB then has 16,384. */
const maxChunks = 65_536;

/** Takes a PNG (W3C PNG, third edition) apart as far as it goes; nothing is inflated, no sum is compared. Throws Unfit for more chunks than any picture has. */
export const pngChunks = (bytes: Uint8Array): PngChunks => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  let at = pngSignature.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    const type = ascii(bytes, at + 4, 4);
    if (end > bytes.length || !/^[A-Za-z]{4}$/u.test(type)) break;
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length), whole: bytes.subarray(at, end) });
    if (chunks.length > maxChunks) throw new Unfit("strip-unknown");
    if (type === "IEND") return { chunks, end };
    at = end;
  }
  return { chunks, end: undefined };
};

/** Does the sum at its end fit? */
export const isChunkWhole = ({ whole }: PngChunk): boolean =>
  crc32(whole.subarray(4, -4)) === new DataView(whole.buffer, whole.byteOffset, whole.byteLength).getUint32(whole.length - 4);

export const pngChunk = (type: string, data: Uint8Array): Uint8Array => {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) out[4 + i] = type.charCodeAt(i);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
};
