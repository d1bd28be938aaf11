import type { AgeVerdict } from "../case/ages.ts";
import { carriesMedia } from "../case/media.ts";
import { binaryType, headBytes, textType } from "../evidence/media-type.ts";
import { decodeText, maxMessageBytes } from "../evidence/text.ts";

/** Bytes from the start of a file said to be text that are enough to believe it: all of it, unless everyone is an adult. */
export const bytesToBelieve = (verdict: AgeVerdict): number => (verdict === "adult" ? headBytes : maxMessageBytes + 1);

const drawn: ReadonlySet<string> = new Set(["image/svg+xml", "text/html", "multipart/related"]);

/**
 * Whether a file that is said to be text is something else, or may hold a picture where none may be. `start`: so many of its bytes as
 * `bytesToBelieve` asks for. A made-up backup can give any type to any bytes.
 */
export const isDisguised = (start: Uint8Array, verdict: AgeVerdict): boolean => {
  if (binaryType(start) !== undefined || start.length > maxMessageBytes) return true;
  // Older texts are in other encodings; none of them has NUL.
  const text = decodeText(start) ?? (start.includes(0) ? undefined : new TextDecoder("latin1").decode(start));
  if (text === undefined) return verdict !== "adult" || !isWide(start);
  return verdict !== "adult" && (carriesMedia(text) || drawn.has(textType(text)));
};

/** UTF-16, which may be cut within a character. */
const isWide = ([a, b]: Uint8Array): boolean => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
