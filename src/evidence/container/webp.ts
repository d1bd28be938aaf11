import { ascii } from "./ascii.ts";
import { Unfit } from "./unfit.ts";

export interface WebpChunk {
  /** Four characters, "VP8 " with its space. */ readonly type: string;
  readonly data: Uint8Array;
}
export interface WebpChunks {
  readonly chunks: readonly WebpChunk[];
  /** Where the picture ends by its own length; undefined: it is cut off or out of joint before that. */
  readonly end: number | undefined;
}

const maxChunks = 1000;

/** Takes a WebP (RFC 9649) apart as far as it goes; nothing is decoded. Throws Unfit for more chunks than any still picture has. */
export const webpChunks = (bytes: Uint8Array): WebpChunks => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: WebpChunk[] = [];
  const end = bytes.length < 12 ? 0 : 8 + view.getUint32(4, true);
  const last = Math.min(end, bytes.length);
  let at = 12;
  while (at + 8 <= last) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > last) return { chunks, end: undefined };
    chunks.push({ type: ascii(bytes, at, 4), data: bytes.subarray(at + 8, at + 8 + length) });
    if (chunks.length > maxChunks) throw new Unfit("strip-unknown");
    at += 8 + length + (length % 2);
  }
  // Some writers leave the last byte of padding out.
  return { chunks, end: end > bytes.length ? undefined : end };
};

/** The whole file of these chunks, in this order. */
export const webpFile = (chunks: readonly WebpChunk[]): Uint8Array<ArrayBuffer> => {
  const size = chunks.reduce((sum, { data }) => sum + 8 + data.length + (data.length % 2), 4);
  const out = new Uint8Array(8 + size);
  const view = new DataView(out.buffer);
  const name = (at: number, text: string): void => {
    for (let i = 0; i < 4; i++) out[at + i] = text.charCodeAt(i);
  };
  name(0, "RIFF");
  view.setUint32(4, size, true);
  name(8, "WEBP");
  let at = 12;
  for (const { type, data } of chunks) {
    name(at, type);
    view.setUint32(at + 4, data.length, true);
    out.set(data, at + 8);
    at += 8 + data.length + (data.length % 2);
  }
  return out;
};
