import { err, ok, type Result } from "../lib/result.ts";
import type { EvidenceError } from "./types.ts";

/** Longest message file that is read as text, in bytes. A longer one is kept as a file and not read. */
export const maxMessageBytes = 48 * 1024 * 1024;

const labels: readonly (readonly [label: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Text of bytes by their byte order mark, else strict UTF-8; undefined when they are no text in that encoding or hold NUL. The mark is dropped. */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  const label = labels.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? "utf-8";
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
};

/** A file that was chosen; or bytes that were decrypted, which no Blob may hold: the browser may put a large one on its disk as it is. */
export type MessageFile = Blob | ArrayBuffer;

/** The bytes of a message file. `message-unreadable` above `maxMessageBytes`, `file-unreadable` when the browser cannot read it any more. */
export const readBytes = async (file: MessageFile): Promise<Result<Uint8Array<ArrayBuffer>, EvidenceError>> => {
  const size = file instanceof Blob ? file.size : file.byteLength;
  if (size === 0) return err({ code: "file-empty" });
  if (size > maxMessageBytes) return err({ code: "message-unreadable" });
  try {
    return ok(new Uint8Array(file instanceof Blob ? await file.arrayBuffer() : file));
  } catch {
    return err({ code: "file-unreadable" });
  }
};
