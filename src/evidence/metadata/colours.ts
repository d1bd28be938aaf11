import { ascii } from "../container/ascii.ts";
import { textOf, wideText } from "./text.ts";

/** Entries of a colour profile's table (ICC.1:2022 §7.3), by their signature; undefined when it is no profile. */
export const iccTags = (icc: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined => {
  if (icc.length < 132 || ascii(icc, 36, 4) !== "acsp") return undefined;
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength);
  const count = Math.min(view.getUint32(128), 100);
  const tags = new Map<string, Uint8Array>();
  for (let at = 132; at < 132 + 12 * count && at + 12 <= icc.length; at += 12) {
    const [from, size] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (from + size <= icc.length) tags.set(ascii(icc, at, 4), icc.subarray(from, from + size));
  }
  return tags;
};

/** What a colour profile calls itself: often a standard, but also the name of a screen. */
export const colourName = (icc: Uint8Array): string | undefined => {
  const text = iccTags(icc)?.get("desc");
  if (text === undefined) return undefined;
  const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
  if (ascii(text, 0, 4) === "desc") return textOf(text.subarray(12));
  if (ascii(text, 0, 4) !== "mluc" || text.length < 28) return undefined;
  const [size, from] = [view.getUint32(20), view.getUint32(24)];
  return from + size <= text.length ? wideText(text.subarray(from, from + size), false) : undefined;
};
