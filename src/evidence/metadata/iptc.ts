import { startsWith } from "../container/ascii.ts";
import { readExif } from "./exif.ts";
import type { FactList, TextFact } from "./facts.ts";
import { textOf } from "./text.ts";
import { readXmp } from "./xmp.ts";

/** Datasets of record 2 (IPTC-IIM 4.2). */
const datasets: Readonly<Record<number, TextFact>> = {
  5: "caption",
  25: "caption",
  55: "taken",
  62: "taken",
  65: "software",
  80: "owner",
  85: "owner",
  90: "place-name",
  92: "place-name",
  95: "place-name",
  101: "place-name",
  105: "caption",
  110: "owner",
  115: "owner",
  116: "owner",
  118: "owner",
  120: "caption",
  122: "owner",
};
const maxSteps = 1000;

/** The datasets of IPTC-IIM. */
export const readIptc = (bytes: Uint8Array, facts: FactList): void => {
  for (let at = 0, step = 0; at + 5 <= bytes.length && bytes[at] === 0x1c && step < maxSteps; step++) {
    const length = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0);
    // The highest bit marks lengths beyond 32 KiB, which no text has.
    if (length >= 0x8000) return;
    const what = bytes[at + 1] === 2 ? datasets[bytes[at + 2] ?? 0] : undefined;
    if (what !== undefined) facts.add(what, textOf(bytes.subarray(at + 5, at + 5 + length)));
    at += 5 + length;
  }
};

/** The blocks that Photoshop keeps in a picture: IPTC, a thumbnail, Exif and XMP once more. `bytes`: from the first `8BIM` on. */
export const readPhotoshop = (bytes: Uint8Array, facts: FactList): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let step = 0; at + 12 <= bytes.length && startsWith(bytes, "8BIM", at) && step < maxSteps; step++) {
    const id = view.getUint16(at + 4);
    const name = 1 + (bytes[at + 6] ?? 0);
    const sizeAt = at + 6 + name + (name % 2);
    if (sizeAt + 4 > bytes.length) return;
    const size = view.getUint32(sizeAt);
    const data = bytes.subarray(sizeAt + 4, sizeAt + 4 + size);
    if (id === 0x0404) readIptc(data, facts);
    else if (id === 0x0409 || id === 0x040c) facts.has("picture-inside");
    else if (id === 0x0422) readExif(data, facts);
    else if (id === 0x0424) readXmp(textOf(data), facts);
    at = sizeAt + 4 + size + (size % 2);
  }
};
