import { concat } from "../../lib/bytes.ts";
import { startsWith } from "../container/ascii.ts";
import { jpegParts, marker, type JpegPart } from "../container/jpeg.ts";
import { colourName } from "./colours.ts";
import { readExif } from "./exif.ts";
import type { FactList } from "./facts.ts";
import { readPhotoshop } from "./iptc.ts";
import { textOf } from "./text.ts";
import { readTrailing } from "./trailing.ts";
import { readXmp } from "./xmp.ts";

/** What an APP1 segment begins with. */
export const exifMark = "Exif\0\0";
const xmpMark = "http://ns.adobe.com/xap/1.0/\0";
const moreXmpMark = "http://ns.adobe.com/xmp/extension/\0";
export const iccMark = "ICC_PROFILE\0";
const photoshopMark = "Photoshop 3.0\0";

const after = (data: Uint8Array, mark: string): Uint8Array | undefined => (startsWith(data, mark) ? data.subarray(mark.length) : undefined);

/** The colour profile, which may stand in several segments. */
export const jpegIcc = (parts: readonly JpegPart[]): Uint8Array | undefined => {
  const pieces = parts.flatMap(({ marker: kind, data }) => (kind === marker.app2 ? (after(data, iccMark) ?? []) : []));
  if (pieces.length === 0) return undefined;
  return concat(...pieces.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)).map((piece) => piece.subarray(2)));
};

const readApp1 = (data: Uint8Array, facts: FactList): void => {
  const exif = after(data, exifMark);
  const xmp = after(data, xmpMark);
  if (exif !== undefined) readExif(exif, facts);
  else if (xmp !== undefined) readXmp(textOf(xmp), facts);
  // What did not fit is read at the end, all pieces together.
  else if (!startsWith(data, moreXmpMark)) facts.has("other");
};

const readApp13 = (data: Uint8Array, facts: FactList): void => {
  const photoshop = after(data, photoshopMark);
  if (photoshop === undefined) facts.has("other");
  else readPhotoshop(photoshop, facts);
};

/** How each kind of segment is read; of the others that it is there is the fact. */
const readers: Readonly<Record<number, (data: Uint8Array, facts: FactList) => void>> = {
  [marker.app0]: (data, facts) => {
    const isJfif = startsWith(data, "JFIF\0");
    if (isJfif ? (data[12] ?? 0) * (data[13] ?? 0) > 0 : startsWith(data, "JFXX\0")) facts.has("picture-inside");
    else if (!isJfif) facts.has("other");
  },
  [marker.app1]: readApp1,
  [marker.app2]: (data, facts) => {
    if (startsWith(data, "MPF\0")) facts.has("picture-inside");
    else if (!startsWith(data, iccMark)) facts.has("other");
  },
  // Content credentials (C2PA) stand in boxes there.
  [marker.app11]: (_, facts) => facts.has("history"),
  [marker.app13]: readApp13,
  [marker.app14]: (data, facts) => {
    if (!startsWith(data, "Adobe")) facts.has("other");
  },
  [marker.com]: (data, facts) => facts.add("caption", textOf(data)),
};

const readPart = ({ marker: kind, data }: JpegPart, facts: FactList): void => {
  const read = readers[kind];
  if (read !== undefined) read(data, facts);
  else if (kind >= marker.app0 && kind <= marker.app15) facts.has("other");
};

/** Exif, XMP (also what did not fit into one block), IPTC, comments, previews, what a maker added, and what hangs behind the picture. */
export const readJpeg = (bytes: Uint8Array, facts: FactList): void => {
  const { parts, end } = jpegParts(bytes);
  for (const part of parts) readPart(part, facts);
  const more = parts.flatMap(({ marker: kind, data }) => (kind === marker.app1 ? (after(data, moreXmpMark) ?? []) : []));
  // Each begins with the sum of the whole, its length, and where the piece belongs.
  if (more.length > 0) readXmp(textOf(concat(...more.map((piece) => piece.subarray(40)))), facts);
  const icc = jpegIcc(parts);
  if (icc !== undefined) facts.add("colours", colourName(icc));
  if (end !== undefined && end < bytes.length) readTrailing(bytes.subarray(end), facts);
};
