import { displayText } from "../../evidence/display.ts";

const endings: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/heic": "heic",
  "image/avif": "avif",
  "application/pdf": "pdf",
  "video/mp4": "mp4",
  "video/webm": "webm",
  "video/quicktime": "mov",
  "message/rfc822": "eml",
  "text/plain": "txt",
  "text/html": "html",
  "application/zip": "zip",
};

/**
 * `001-listing.png`: number, role and an ending by content. The person's own file name is not used: it can hold anything, also what a
 * reader's system cannot store.
 */
export const evidenceName = (number: number, role: string, type: string): string =>
  `${String(number).padStart(3, "0")}-${role}.${endings[type.split(";", 1)[0] ?? ""] ?? "bin"}`;

/** The person's text as it may be shown in a document: direction marks and control characters made visible. */
export const shown = (text: string): string => displayText(text);
