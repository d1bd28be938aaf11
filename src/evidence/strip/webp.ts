import { Unfit } from "../container/unfit.ts";
import { webpChunks, webpFile, type WebpChunk } from "../container/webp.ts";
import { orientationOf, orientationTiff } from "../metadata/tiff.ts";
import { webpExif } from "../metadata/webp.ts";
import { sharedProfile } from "./colours.ts";

/** Bits of the first byte of VP8X (RFC 9649 §2.7). */
const flags = { colours: 0x20, alpha: 0x10, exif: 0x08, animation: 0x02 } as const;

/** The header of the extended format, with the flags of what is really there: a reader may refuse one that promises more. */
const header = ({ data }: WebpChunk, hasColours: boolean, hasExif: boolean): WebpChunk => {
  if (data.length < 10) throw new Unfit("strip-broken");
  const out = new Uint8Array(10);
  out.set(data.subarray(4, 10), 4);
  out[0] = ((data[0] ?? 0) & flags.alpha) | (hasColours ? flags.colours : 0) | (hasExif ? flags.exif : 0);
  return { type: "VP8X", data: out };
};

/**
 * A WebP with its coded picture and transparency byte for byte, and of the rest only how to turn it and how its colours are meant.
 * Throws Unfit for one that is cut off, moves, or holds more than one picture.
 */
export const stripWebp = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const { chunks, end } = webpChunks(bytes);
  if (end === undefined) throw new Unfit("strip-broken");
  const named = (type: string): WebpChunk | undefined => chunks.find((chunk) => chunk.type === type);
  const extended = named("VP8X");
  const moves = ((extended?.data[0] ?? 0) & flags.animation) !== 0 || named("ANIM") !== undefined || named("ANMF") !== undefined;
  if (moves) throw new Unfit("strip-animated");
  const [coded, second] = chunks.filter(({ type }) => type === "VP8 " || type === "VP8L");
  const alpha = chunks.filter(({ type }) => type === "ALPH");
  if (coded === undefined || second !== undefined || alpha.length > 1) throw new Unfit("strip-broken");
  if (extended === undefined) return webpFile([coded]);
  const profile = sharedProfile(named("ICCP")?.data);
  const exif = named("EXIF");
  const turned = exif === undefined ? 1 : orientationOf(webpExif(exif.data));
  return webpFile([
    header(extended, profile !== undefined, turned !== 1),
    ...(profile === undefined ? [] : [{ type: "ICCP", data: profile }]),
    ...alpha,
    coded,
    ...(turned === 1 ? [] : [{ type: "EXIF", data: orientationTiff(turned) }]),
  ]);
};
