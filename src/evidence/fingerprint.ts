import { createMD5 } from "hash-wasm";
import { sha256Stream } from "../crypto/hash.ts";
import { cryptoReady } from "../crypto/sodium.ts";
import { hex } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { maxFileBytes } from "./inspect.ts";
import { binaryType, headBytes } from "./media-type.ts";
import { pdq } from "./pdq.ts";
import { lumaOf } from "./pdq-samples.ts";
import { pixelSize, type ReadAt } from "./pixel-size.ts";
import { type Encoded, type NoPixels, readPixels } from "./pixels.ts";
import type { EvidenceError } from "./types.ts";

/** What can be told of a file without keeping it. */
export interface Fingerprinted {
  /** SHA-256 of the exact bytes, 64 hex digits. */ readonly sha256: string;
  /** MD5 of the exact bytes, 32 hex digits: some services ask for that of a video. It protects nothing. */ readonly md5: string;
  readonly size: number;
  /** Media type by content; `application/octet-stream` when it is not known, or text. */ readonly type: string;
  /** 64 hex digits; null: see `noPdq`. */ readonly pdq: string | null;
  /** 0 to 100. */ readonly quality: number | null;
  /** The hash of the picture turned and mirrored, itself among them. */ readonly turned: readonly string[];
  /** Why there is no PDQ. `no-picture`: of a video, say. `too-large`: more pixels than can be held. */
  readonly noPdq: "no-picture" | "too-large" | NoPixels | null;
}

/** A file that can be read in pieces, and given to a decoder as a whole; `undefined`: it is too long for that. Both may throw. */
export interface Readable {
  readonly size: number;
  readonly read: ReadAt;
  readonly whole: () => Promise<Encoded | undefined>;
}
export interface FingerprintError {
  readonly code: EvidenceError["code"] | "stopped";
}

/** Answers `false` to stop. Bytes done; awaited. */
export type OnBytes = (done: number) => unknown;

const pieceBytes = 1024 * 1024;
/** Pixels of a picture that is decoded at all, 4 bytes each in the browser's memory, and the longest side of a canvas anywhere. */
const mostPixels = 128_000_000;
const longestSide = 16_384;

type Seen = Pick<Fingerprinted, "pdq" | "quality" | "turned" | "noPdq">;
const unseen = (noPdq: Seen["noPdq"]): Seen => ({ pdq: null, quality: null, turned: [], noPdq });

/** The picture as a decoder wants it, or why it is not asked. What the header says is looked at first: a few bytes can claim a million million pixels. */
const encodedOf = async (file: Readable, type: string, head: Uint8Array): Promise<Encoded | Exclude<Seen["noPdq"], null>> => {
  if (!type.startsWith("image/")) return "no-picture";
  const size = await pixelSize(type, head, file.read);
  if (size === undefined) return "undecodable";
  if (size.width * size.height > mostPixels || Math.max(size.width, size.height) > longestSide) return "too-large";
  return (await file.whole()) ?? "too-large";
};

const pdqOf = async (encoded: Encoded, type: string): Promise<Seen> => {
  const pixels = await readPixels(encoded, type);
  if (typeof pixels === "string") return unseen(pixels);
  const { hash, quality, turned } = pdq(lumaOf(pixels));
  return { pdq: hash, quality, turned, noPdq: null };
};

interface Hashed extends Pick<Fingerprinted, "sha256" | "md5"> {
  readonly head: Uint8Array;
}

/** The bytes once through, in pieces. `undefined`: there is less of it than it said. */
const hash = async ({ size, read }: Readable, onBytes: OnBytes): Promise<Hashed | "stopped" | undefined> => {
  const [sha256, md5] = [sha256Stream(), (await createMD5()).init()];
  let head = new Uint8Array(0);
  for (let at = 0; at < size; at += pieceBytes) {
    const length = Math.min(pieceBytes, size - at);
    const piece = await read(at, length);
    if (piece.length !== length) return undefined;
    if (at === 0) head = piece.slice(0, headBytes);
    sha256.update(piece);
    md5.update(piece);
    if ((await onBytes(at + length)) === false) return "stopped";
  }
  return { sha256: hex(sha256.digest()), md5: md5.digest(), head };
};

/**
 * SHA-256, MD5 and, of a picture, PDQ. The bytes pass through in pieces of 1 MiB, so a long video takes no more memory than a short one;
 * nothing is written. Errors: `file-empty`, `file-too-large` (over 4 GiB), `file-unreadable` (it changed or went away), `stopped`. Worker only.
 */
export const fingerprint = async (file: Readable, onBytes: OnBytes = () => undefined): Promise<Result<Fingerprinted, FingerprintError>> => {
  const { size } = file;
  if (size === 0) return err({ code: "file-empty" });
  if (size > maxFileBytes) return err({ code: "file-too-large" });
  await cryptoReady();
  const hashed = await hash(file, onBytes).catch(() => undefined);
  if (hashed === undefined) return err({ code: "file-unreadable" });
  if (hashed === "stopped") return err({ code: "stopped" });
  const { head, ...hashes } = hashed;
  const type = binaryType(head) ?? "application/octet-stream";
  const encoded = await encodedOf(file, type, head).catch(() => undefined);
  if (encoded === undefined) return err({ code: "file-unreadable" });
  return ok({ ...hashes, size, type, ...(typeof encoded === "string" ? unseen(encoded) : await pdqOf(encoded, type)) });
};
