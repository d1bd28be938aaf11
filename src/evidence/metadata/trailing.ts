import { ascii } from "../container/ascii.ts";
import type { FactList } from "./facts.ts";

/** Is this four-letter name anywhere in it? */
const holds = (bytes: Uint8Array, name: string): boolean => {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) if (ascii(bytes, at, name.length) === name) return true;
  return false;
};

/** What hangs behind the end of a picture: phones put a short video there, or the picture before it was edited. */
export const readTrailing = (bytes: Uint8Array, facts: FactList): void => {
  // Padding.
  if (bytes.every((byte) => byte === 0)) return;
  const isVideo = holds(bytes, "ftyp");
  const isPicture = holds(bytes, "\xff\xd8\xff") || holds(bytes, "IHDR");
  if (isVideo) facts.has("video-inside");
  if (isPicture) facts.has("picture-inside");
  if (!isVideo && !isPicture) facts.has("other");
};
