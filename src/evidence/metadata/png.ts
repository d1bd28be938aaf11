import { unhex } from "../../lib/bytes.ts";
import { startsWith } from "../container/ascii.ts";
import { inflate } from "../container/inflate.ts";
import { pngChunks, type PngChunk } from "../container/png.ts";
import { colourName } from "./colours.ts";
import { readExif } from "./exif.ts";
import type { FactList, TextFact } from "./facts.ts";
import { readIptc, readPhotoshop } from "./iptc.ts";
import { exifMark } from "./jpeg.ts";
import { textOf } from "./text.ts";
import { readTrailing } from "./trailing.ts";
import { readXmp } from "./xmp.ts";

/** Bytes that a packed text or profile is read of. */
const maxUnpacked = 1 << 20;
/** Texts in one file that are unpacked; each costs a stream. */
const maxTexts = 50;

/** Keywords of the format; any other is a caption with its name in front. */
const keywords: Readonly<Record<string, TextFact>> = {
  Author: "owner",
  Copyright: "owner",
  "Creation Time": "taken",
  Software: "software",
  Source: "device",
};

/** Cuts at the first zero. */
const cut = (bytes: Uint8Array): readonly [head: string, rest: Uint8Array] => {
  const end = bytes.indexOf(0);
  return end === -1 ? [textOf(bytes), new Uint8Array(0)] : [textOf(bytes.subarray(0, end)), bytes.subarray(end + 1)];
};

/** The unpacked profile of an `iCCP` chunk. */
export const pngIcc = ({ data }: PngChunk): Promise<Uint8Array | undefined> => inflate(cut(data)[1].subarray(1), maxUnpacked);

/** Keyword and bytes of the three kinds of text. */
const textIn = async ({ type, data }: PngChunk): Promise<readonly [keyword: string, text: Uint8Array]> => {
  const [keyword, rest] = cut(data);
  const unpacked = async (bytes: Uint8Array): Promise<Uint8Array> => (await inflate(bytes, maxUnpacked)) ?? new Uint8Array(0);
  if (type === "tEXt") return [keyword, rest];
  if (type === "zTXt") return [keyword, await unpacked(rest.subarray(1))];
  // Behind two flags stand the language and the keyword in it.
  const text = cut(cut(rest.subarray(2))[1])[1];
  return [keyword, rest[0] === 1 ? await unpacked(text) : text];
};

/** ImageMagick writes blocks of other formats as text: name, length, then hex digits over many lines. */
const rawProfile = (text: string): Uint8Array | undefined => {
  const [name, size, ...digits] = text.trim().split(/\s+/u);
  return name === undefined || size === undefined ? undefined : unhex(digits.join("").toLowerCase());
};

const readText = (keyword: string, bytes: Uint8Array, facts: FactList): void => {
  const text = textOf(bytes);
  const kind = /^Raw profile type (\w+)$/u.exec(keyword)?.[1]?.toLowerCase();
  if (keyword === "XML:com.adobe.xmp") return readXmp(text, facts);
  const raw = kind === undefined ? undefined : rawProfile(text);
  if (raw === undefined) return facts.add(keywords[keyword] ?? "caption", Object.hasOwn(keywords, keyword) ? text : `${keyword}: ${text}`);
  if (kind === "xmp") readXmp(textOf(raw), facts);
  else if (kind === "exif" || kind === "app1") readExif(startsWith(raw, exifMark) ? raw.subarray(exifMark.length) : raw, facts);
  else if (kind === "iptc" && startsWith(raw, "8BIM")) readPhotoshop(raw, facts);
  else if (kind === "iptc") readIptc(raw, facts);
  else facts.has("other");
};

/** Chunks that are about the picture alone. */
const silent = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|cICP|sBIT|bKGD|pHYs|hIST|sPLT|acTL|fcTL|fdAT|mDCV|cLLI)$/u;

const readTime = (data: Uint8Array): string => {
  const [high = 0, low = 0, ...rest] = data;
  const [month, day, hour, minute, second] = rest.map((n) => String(n).padStart(2, "0"));
  return `${String(high * 256 + low)}-${month}-${day} ${hour}:${minute}:${second} UTC`;
};

/** Texts of all three kinds, Exif, the last change, whose colours, and what programs added for themselves. */
export const readPng = async (bytes: Uint8Array, facts: FactList): Promise<void> => {
  const { chunks, end } = pngChunks(bytes);
  let texts = 0;
  for (const chunk of chunks) {
    const { type, data } = chunk;
    if (silent.test(type)) continue;
    if (type === "tEXt" || type === "zTXt" || type === "iTXt") {
      if (++texts <= maxTexts) readText(...(await textIn(chunk)), facts);
    } else if (type === "eXIf") readExif(data, facts);
    else if (type === "tIME" && data.length === 7) facts.add("changed", readTime(data));
    else if (type === "iCCP") facts.add("colours", colourName((await pngIcc(chunk)) ?? new Uint8Array(0)) ?? cut(data)[0]);
    else facts.has(type === "caBX" ? "history" : "other");
  }
  if (end !== undefined && end < bytes.length) readTrailing(bytes.subarray(end), facts);
};
