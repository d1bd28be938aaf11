import { sha256Stream } from "../crypto/hash.ts";
import { cryptoReady } from "../crypto/sodium.ts";
import { hex } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { Sliced } from "../lib/sliced.ts";
import { binaryType, headBytes, isMismatch, textType } from "./media-type.ts";
import { pixelSize, type ReadAt } from "./pixel-size.ts";
import { decodeText, type MessageFile } from "./text.ts";
import type { EvidenceError, Inspected } from "./types.ts";

/** Largest file that is taken in, in bytes: 4 GiB less one, what a stored zip entry without extensions can hold. */
export const maxFileBytes = 2 ** 32 - 1;
/** Bytes hashed at a time. */
const pieceBytes = 1024 * 1024;
/** Up to so many bytes a file is read once, as a whole, and hashed by the browser itself: decisions/0040. */
const wholeBytes = 8 * 1024 * 1024;

type Progress = (done: number) => unknown;
interface Hashed {
  readonly sha256: string;
  readonly read: ReadAt;
}

const readAt =
  (file: Sliced): ReadAt =>
  async (from, length) =>
    new Uint8Array(await file.slice(from, from + length).arrayBuffer());

/** undefined: there is less of it than it said. */
const hashWhole = async (file: MessageFile | Sliced, size: number): Promise<Hashed | undefined> => {
  const bytes = new Uint8Array(file instanceof ArrayBuffer ? file : await file.slice(0, size).arrayBuffer());
  if (bytes.length !== size) return undefined;
  const sha256 = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  return { sha256, read: async (from, length) => bytes.subarray(from, from + length) };
};

/** "stopped": by what `onProgress` answered. */
const hashPieces = async (file: Sliced, onProgress: Progress): Promise<Hashed | "stopped" | undefined> => {
  await cryptoReady();
  const read = readAt(file);
  const hash = sha256Stream();
  for (let at = 0; at < file.size; at += pieceBytes) {
    const piece = await read(at, pieceBytes);
    if (piece.length !== Math.min(pieceBytes, file.size - at)) return undefined;
    hash.update(piece);
    if ((await onProgress(at + piece.length)) === false) return "stopped";
  }
  return { sha256: hex(hash.digest()), read };
};

const typeOf = (head: Uint8Array, isWhole: boolean): string => {
  const binary = binaryType(head);
  if (binary !== undefined) return binary;
  // The cut may fall into a character; up to three bytes of it are left out.
  for (let cut = 0; cut <= (isWhole ? 0 : 3); cut++) {
    const text = decodeText(head.subarray(0, head.length - cut));
    if (text !== undefined) return textType(text);
  }
  return "application/octet-stream";
};

/**
 * What a file is: SHA-256 of its exact bytes first, then its type by content, whether its name says something else, and the pixels that a
 * picture's header states. Nothing is decoded, kept or changed. Any content is taken: an unknown one is `application/octet-stream`.
 * Errors: `file-empty`, `file-too-large` (over 4 GiB), `file-unreadable` (it changed or went away), `stopped`. Worker only.
 */
export const inspect = async (
  file: MessageFile | Sliced,
  name: string,
  onProgress: Progress = () => undefined,
): Promise<Result<Inspected, EvidenceError>> => {
  const size = file instanceof ArrayBuffer ? file.byteLength : file.size;
  if (size === 0) return err({ code: "file-empty" });
  if (size > maxFileBytes) return err({ code: "file-too-large" });
  try {
    const isShort = size <= wholeBytes || file instanceof ArrayBuffer;
    const hashed = isShort ? await hashWhole(file, size) : await hashPieces(file, onProgress);
    if (hashed === undefined) return err({ code: "file-unreadable" });
    if (hashed === "stopped") return err({ code: "stopped" });
    const { sha256, read } = hashed;
    const head = await read(0, headBytes);
    const type = typeOf(head, size <= headBytes);
    const pixels = await pixelSize(type, head, read);
    return ok({ sha256, size, type, mismatch: isMismatch(name, type), width: pixels?.width ?? null, height: pixels?.height ?? null });
  } catch {
    return err({ code: "file-unreadable" });
  }
};
