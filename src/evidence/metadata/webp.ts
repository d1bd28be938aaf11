import { startsWith } from "../container/ascii.ts";
import { webpChunks } from "../container/webp.ts";
import { colourName } from "./colours.ts";
import { readExif } from "./exif.ts";
import type { FactList } from "./facts.ts";
import { exifMark } from "./jpeg.ts";
import { textOf } from "./text.ts";
import { readTrailing } from "./trailing.ts";
import { readXmp } from "./xmp.ts";

const silent: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"]);

/** The Exif block begins at its byte order mark; some writers put the mark of JPEG in front. */
export const webpExif = (data: Uint8Array): Uint8Array => (startsWith(data, exifMark) ? data.subarray(exifMark.length) : data);

/** Exif, XMP, whose colours, chunks that are not known, and what hangs behind. */
export const readWebp = (bytes: Uint8Array, facts: FactList): void => {
  const { chunks, end } = webpChunks(bytes);
  for (const { type, data } of chunks) {
    if (silent.has(type)) continue;
    if (type === "EXIF") readExif(webpExif(data), facts);
    else if (type === "XMP ") readXmp(textOf(data), facts);
    else if (type === "ICCP") facts.add("colours", colourName(data));
    else facts.has("other");
  }
  if (end !== undefined && end < bytes.length) readTrailing(bytes.subarray(end), facts);
};
