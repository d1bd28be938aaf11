import { concat, utf8 } from "../../lib/bytes.ts";
import { startsWith } from "../container/ascii.ts";
import { jpegParts, jpegSegment, marker, type JpegPart } from "../container/jpeg.ts";
import { Unfit } from "../container/unfit.ts";
import { exifMark, iccMark, jpegIcc } from "../metadata/jpeg.ts";
import { orientationOf, orientationTiff } from "../metadata/tiff.ts";
import { sharedProfile } from "./colours.ts";

/** Baseline, extended and progressive, which is what browsers draw. Others may be whole and still cannot be tried. */
const frames: ReadonlySet<number> = new Set([marker.sof0, marker.sof1, marker.sof2]);
const picture: ReadonlySet<number> = new Set([...frames, marker.dht, marker.sos, marker.dqt, marker.dnl, marker.dri]);

const sum = (bytes: Uint8Array): number => bytes.reduce((total, byte) => total + byte, 0);
/** Reads tables one after another; true when they end where the segment ends. `size`: of the one that begins here. */
const areTables = (data: Uint8Array, size: (from: number) => number): boolean => {
  let at = 0;
  while (at < data.length) at += size(at);
  return at === data.length && at > 0;
};
/** Is the segment as long as what it is said to hold (ITU-T T.81, annex B.2)? In a longer one something else could be kept. */
const isExact = ({ marker: kind, data }: JpegPart): boolean => {
  if (frames.has(kind)) return data.length === 6 + 3 * (data[5] ?? 0);
  if (kind === marker.sos) return data.length === 4 + 2 * (data[0] ?? 0);
  if (kind === marker.dqt) return areTables(data, (from) => ((data[from] ?? 0) >= 0x10 ? 129 : 65));
  if (kind === marker.dht) return areTables(data, (from) => 17 + sum(data.subarray(from + 1, from + 17)));
  return data.length === 2;
};
const isTalk = (kind: number): boolean => (kind >= marker.app0 && kind <= marker.app15) || kind === marker.com;

/** Its first frame of reference: that it is there tells how the colours are coded; density and preview do not. */
const jfif = jpegSegment(marker.app0, new Uint8Array([0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0]));

/** Adobe's segment tells how the colours are coded, too: the last of its 12 bytes. */
const adobe = (parts: readonly JpegPart[]): Uint8Array | undefined => {
  const found = parts.find(({ marker: kind, data }) => kind === marker.app14 && startsWith(data, "Adobe") && data.length >= 12);
  return found && jpegSegment(marker.app14, concat(utf8("Adobe"), new Uint8Array([0, 100, 0, 0, 0, 0, found.data[11] ?? 0])));
};

const orientation = (parts: readonly JpegPart[]): Uint8Array | undefined => {
  const exif = parts.find(({ marker: kind, data }) => kind === marker.app1 && startsWith(data, exifMark));
  const turned = exif === undefined ? 1 : orientationOf(exif.data.subarray(exifMark.length));
  return turned === 1 ? undefined : jpegSegment(marker.app1, concat(utf8(exifMark), orientationTiff(turned)));
};

const colours = (parts: readonly JpegPart[]): Uint8Array | undefined => {
  const profile = sharedProfile(jpegIcc(parts));
  return profile && jpegSegment(marker.app2, concat(utf8(iccMark), new Uint8Array([1, 1]), profile));
};

/**
 * A JPEG with its tables, frame and scans byte for byte, and of the rest only how to turn it and how its colours are coded, written anew.
 * Throws Unfit for one that is cut off, holds parts that are not known, or more than one picture before its end.
 */
export const stripJpeg = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const { parts, end } = jpegParts(bytes);
  if (end === undefined) throw new Unfit("strip-broken");
  const kept = parts.filter(({ marker: kind }) => picture.has(kind));
  if (parts.some(({ marker: kind }) => !picture.has(kind) && !isTalk(kind))) throw new Unfit("strip-unknown");
  const [frame, second] = kept.filter(({ marker: kind }) => frames.has(kind));
  if (frame === undefined || second !== undefined || !kept.some(({ marker: kind }) => kind === marker.sos) || !kept.every(isExact))
    throw new Unfit("strip-broken");
  const hasJfif = parts.some(({ marker: kind, data }) => kind === marker.app0 && startsWith(data, "JFIF\0"));
  const heads = [hasJfif ? jfif : undefined, orientation(parts), colours(parts), adobe(parts)].filter((one) => one !== undefined);
  return concat(new Uint8Array([0xff, marker.soi]), ...heads, ...kept.map(({ whole }) => whole), new Uint8Array([0xff, marker.eoi]));
};
