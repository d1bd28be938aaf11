import { err, type Result } from "../lib/result.ts";
import { fingerprint, type FingerprintError, type Fingerprinted, type OnBytes, type Readable } from "./fingerprint.ts";

/** Which file of the vault, and its bytes in all. */
export interface KeptFile {
  readonly caseId: string;
  readonly file: string;
  readonly size: number;
}

/** What the page may ask of fingerprints in the worker. Nothing here writes; every failure is a value. `E`: failures of the store. */
export interface Fingerprinter<E> {
  /** Of a file that is read once and not kept. */
  readonly ofFile: (file: Blob, onBytes?: OnBytes) => Promise<Result<Fingerprinted, FingerprintError>>;
  readonly ofKept: (kept: KeptFile, onBytes?: OnBytes) => Promise<Result<Fingerprinted, FingerprintError | E>>;
}

/** A kept file, decrypted piece by piece. */
export interface KeptPieces<E> {
  /** Bytes of each piece but the last. */ readonly pieceBytes: number;
  readonly read: (caseId: string, file: string, index: number) => Promise<Result<ArrayBuffer, E>>;
}

/** Longest kept picture that is put together for a decoder, as long as the longest that is shown. */
const wholeBytes = 64 * 1024 * 1024;

const readableBlob = (file: Blob): Readable => ({
  size: file.size,
  read: async (from, length) => new Uint8Array(await file.slice(from, from + length).arrayBuffer()),
  whole: async () => file,
});

/** `piece` may throw. The last piece is at hand, since a header is read in small steps. */
const readablePieces = (size: number, pieceBytes: number, piece: (index: number) => Promise<ArrayBuffer>): Readable => {
  let last: { readonly index: number; readonly bytes: Uint8Array } | undefined;
  const pieceAt = async (index: number): Promise<Uint8Array> => {
    if (last?.index !== index) last = { index, bytes: new Uint8Array(await piece(index)) };
    return last.bytes;
  };
  const read = async (from: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    const out = new Uint8Array(Math.max(0, Math.min(length, size - from)));
    for (let at = 0; at < out.length;) {
      const bytes = (await pieceAt(Math.floor((from + at) / pieceBytes))).subarray((from + at) % pieceBytes);
      if (bytes.length === 0) throw new RangeError("a piece is shorter than it should be");
      out.set(bytes.subarray(0, out.length - at), at);
      at += bytes.length;
    }
    return out;
  };
  return { size, read, whole: async () => (size > wholeBytes ? undefined : (await read(0, size)).buffer) };
};

/** For the worker's composition root to expose. */
export const makeFingerprinter = <E>(kept: KeptPieces<E>): Fingerprinter<E> => ({
  ofFile: (file, onBytes) => fingerprint(readableBlob(file), onBytes),
  ofKept: async ({ caseId, file, size }, onBytes) => {
    let broken: E | undefined;
    const piece = async (index: number): Promise<ArrayBuffer> => {
      const read = await kept.read(caseId, file, index);
      if (read.ok) return read.value;
      broken = read.error;
      throw new Error("the store did not give a piece");
    };
    const done = await fingerprint(readablePieces(size, kept.pieceBytes, piece), onBytes);
    return broken === undefined ? done : err(broken);
  },
});
