import { packed } from "./deflate.ts";
import { join, letters, mark, pictureNamed, u16, u32 } from "./bytes.ts";
import { fullExif, icc, video, xmp } from "./blocks.ts";
import { crc32 } from "../../../src/lib/crc32.ts";

export const pngNames = ["rgb.png", "rgba.png", "palette.png"] as const;

export const chunk = (type: string, ...data: readonly (Uint8Array | string | readonly number[])[]): Uint8Array => {
  const body = join(...data);
  const inner = join(type, body);
  return join(u32(body.length), inner, u32(crc32(inner)));
};
const packs = {
  text: await packed(letters(`${mark}packed`)),
  itxt: await packed(letters(`${mark}itxt`)),
  screen: await packed(icc("screen")),
  p3: await packed(icc("p3")),
};
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
const exif = (little: boolean, orientation: number): Uint8Array => fullExif(little, orientation, letters(`${mark}thumbnail`));

/** What stands behind the header, by name. */
export const pngHeads: Readonly<Record<string, () => Uint8Array>> = {
  text: () => join(chunk("tEXt", "Author\0", `${mark}author`), chunk("tEXt", "Odd keyword\0", `${mark}odd`)),
  "packed text": () => chunk("zTXt", "Description\0\0", packs.text),
  "text of the world": () => join(chunk("iTXt", "Title\0\0\0en\0\0", `${mark}title`), chunk("iTXt", "Comment\0\x01\0\0\0", packs.itxt)),
  xmp: () => chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0", xmp()),
  "exif, big": () => chunk("eXIf", exif(false, 1)),
  "exif as text": () => {
    const raw = join("Exif\0\0", exif(true, 1));
    return chunk("tEXt", "Raw profile type exif\0", `\nexif\n    ${raw.length}\n${hexOf(raw).replaceAll(/.{72}/gu, "$&\n")}\n`);
  },
  "colours of a screen": () => join(chunk("iCCP", `${mark}screen\0\0`, packs.screen), chunk("gAMA", u32(40_000))),
  "Display P3": () => chunk("iCCP", `${mark}display\0\0`, packs.p3),
  "numbers of a screen": () =>
    join(chunk("gAMA", u32(45_455)), chunk("cHRM", ...[31_000, 32_900, 65_123, 33_321, 29_111, 60_000, 15_000, 6_000].map((n) => u32(n)))),
  sRGB: () => join(chunk("sRGB", [0]), chunk("gAMA", u32(45_455))),
  time: () => chunk("tIME", u16(2026), [11, 20, 21, 4, 5]),
  density: () => chunk("pHYs", u32(5669), u32(5669), [1]),
  "a program's own": () => join(chunk("prVt", `${mark}private`), chunk("iDOT", `${mark}idot`), chunk("mkBF", `${mark}layers`)),
  credentials: () => chunk("caBX", u32(40), "jumb", `${mark}who made it`),
};
export const pngTails: Readonly<Record<string, () => Uint8Array>> = {
  "second picture": () => join(pictureNamed("baseline.jpg"), `${mark}second`),
  "what was cropped": () => join(u32(600), "IDAT", `${mark}rest of the old file`),
  video,
};

const HEADER_END = 33;
export const pngWith = (name: string, heads: readonly string[], tails: readonly string[]): Uint8Array<ArrayBuffer> => {
  const base = pictureNamed(name);
  return join(
    base.subarray(0, HEADER_END),
    ...heads.map((head) => pngHeads[head]?.() ?? ""),
    base.subarray(HEADER_END),
    ...tails.map((tail) => pngTails[tail]?.() ?? ""),
  );
};

/** Chunks that are the picture, read apart from the code under test. */
export const pngPicture = (file: Uint8Array): readonly Uint8Array[] => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const kept: Uint8Array[] = [];
  for (let at = 8; at < file.length;) {
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    const end = at + 12 + view.getUint32(at);
    if (["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].includes(type)) kept.push(file.slice(at, end));
    if (type === "IEND") break;
    at = end;
  }
  return kept;
};
