import { concat } from "../../lib/bytes.ts";
import { zlibStored } from "../container/inflate.ts";
import { isChunkWhole, pngChunk, pngChunks, pngSignature, type PngChunk } from "../container/png.ts";
import { Unfit } from "../container/unfit.ts";
import { pngIcc } from "../metadata/png.ts";
import { orientationOf, orientationTiff } from "../metadata/tiff.ts";
import { sharedProfile } from "./colours.ts";

/** What is the picture itself. */
const picture: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);
/** Most bytes that there can be of it. */
const limits: Readonly<Record<string, number>> = { IHDR: 13, PLTE: 768, tRNS: 256, IEND: 0 };
/** Numbers that tell how its colours are meant, for a picture without a profile. */
const colourNumbers: ReadonlySet<string> = new Set(["gAMA", "cHRM", "sRGB", "cICP"]);
const animated: ReadonlySet<string> = new Set(["acTL", "fcTL", "fdAT"]);
/** A small letter first: what shows the picture may pass it over. */
const isSpare = (type: string): boolean => /^[a-z]/u.test(type);

/** White, red, green and blue of the standards that a picture may name: sRGB, Display P3, Adobe RGB (1998), in 1/100,000. Others are those of one screen. */
const chromaticities: readonly (readonly number[])[] = [
  [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000],
  [31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000],
  [31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000],
];
const isStandard = ({ data }: PngChunk): boolean => {
  if (data.length !== 32) return false;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return chromaticities.some((numbers) => numbers.every((number, i) => Math.abs(view.getUint32(4 * i) - number) <= 100));
};

/** A profile stands above the numbers, which then may be its own. */
const coloursOf = async (chunks: readonly PngChunk[]): Promise<readonly Uint8Array[]> => {
  const icc = chunks.find(({ type }) => type === "iCCP");
  const profile = icc && sharedProfile(await pngIcc(icc));
  if (profile !== undefined) return [pngChunk("iCCP", concat(new Uint8Array([0x43, 0, 0]), zlibStored(profile)))];
  if (icc !== undefined) return [];
  const numbers = chunks.filter(({ type }) => colourNumbers.has(type));
  return numbers.some((chunk) => chunk.type === "cHRM" && !isStandard(chunk)) ? [] : numbers.map(({ whole }) => whole);
};

/**
 * A PNG with its header, palette, transparency and packed picture byte for byte, and of the rest only how to turn it and how its colours are meant.
 * Throws Unfit for one that is cut off, moves, or holds a part that is not known and may not be passed over.
 */
export const stripPng = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const { chunks, end } = pngChunks(bytes);
  if (end === undefined || chunks[0]?.type !== "IHDR") throw new Unfit("strip-broken");
  if (chunks.some(({ type }) => animated.has(type))) throw new Unfit("strip-animated");
  if (chunks.some(({ type }) => !picture.has(type) && !isSpare(type))) throw new Unfit("strip-unknown");
  const kept = chunks.filter(({ type }) => picture.has(type));
  const isOnce = ["IHDR", "PLTE", "tRNS"].every((name) => kept.filter(({ type }) => type === name).length <= 1);
  const fits = kept.every(({ type, data }) => data.length <= (limits[type] ?? data.length));
  if (!isOnce || !fits || !kept.some(({ type }) => type === "IDAT") || !kept.every(isChunkWhole)) throw new Unfit("strip-broken");
  const exif = chunks.find(({ type }) => type === "eXIf");
  const turned = exif === undefined ? 1 : orientationOf(exif.data);
  const [header, ...rest] = kept.map(({ whole }) => whole);
  return concat(
    pngSignature,
    ...(header === undefined ? [] : [header]),
    ...(await coloursOf(chunks)),
    ...(turned === 1 ? [] : [pngChunk("eXIf", orientationTiff(turned))]),
    ...rest,
  );
};
