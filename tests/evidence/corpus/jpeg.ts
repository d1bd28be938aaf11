import { join, letters, mark, pictureNamed, u16, u32 } from "./bytes.ts";
import { fullExif, icc, photoshop, video, xmp } from "./blocks.ts";

export const jpegNames = ["baseline.jpg", "progressive.jpg", "grey.jpg", "cmyk.jpg"] as const;

const segment = (kind: number, ...data: readonly (Uint8Array | string | readonly number[])[]): Uint8Array => {
  const body = join(...data);
  return join([0xff, kind], u16(body.length + 2), body);
};
const inTwo = (bytes: Uint8Array, wrap: (piece: Uint8Array, i: number, from: number) => Uint8Array): Uint8Array => {
  const half = Math.ceil(bytes.length / 2);
  return join(wrap(bytes.subarray(0, half), 0, 0), wrap(bytes.subarray(half), 1, half));
};
const exif = (little: boolean, orientation: number): Uint8Array =>
  segment(0xe1, "Exif\0\0", fullExif(little, orientation, join(pictureNamed("grey.jpg"), `${mark}thumbnail`)));

/** What stands before the picture, by name. */
export const jpegHeads: Readonly<Record<string, () => Uint8Array>> = {
  "exif, little": () => exif(true, 1),
  "exif, big, turned": () => exif(false, 6),
  "exif, little, mirrored": () => exif(true, 2),
  xmp: () => segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", xmp()),
  "xmp in pieces": () => {
    const text = letters(xmp(`<photoshop:City>${mark}city</photoshop:City>`));
    return inTwo(text, (piece, _, from) =>
      segment(0xe1, "http://ns.adobe.com/xmp/extension/\0", "0123456789ABCDEF".repeat(2), u32(text.length), u32(from), piece),
    );
  },
  "iptc and a preview": () => segment(0xed, "Photoshop 3.0\0", photoshop()),
  "colours of a screen": () => segment(0xe2, "ICC_PROFILE\0", [1, 1], icc("screen")),
  "Display P3 in pieces": () => inTwo(icc("p3"), (piece, i) => segment(0xe2, "ICC_PROFILE\0", [i + 1, 2], piece)),
  "list of more pictures": () => segment(0xe2, "MPF\0", "MM\0*", u32(8), u16(0)),
  comment: () => segment(0xfe, `${mark}comment`),
  "preview of JFIF": () => segment(0xe0, "JFXX\0", [0x10], pictureNamed("grey.jpg"), `${mark}jfxx`),
  credentials: () => segment(0xeb, "JP", [0, 1, 0, 0, 0, 1], u32(40), "jumb", `${mark}who made it`),
  "a maker's own": () => segment(0xe4, `${mark}own`),
  "not known": () => segment(0xe1, `${mark}no name`),
};
/** What hangs behind it. */
export const jpegTails: Readonly<Record<string, () => Uint8Array>> = {
  "second picture": () => join(pictureNamed("progressive.jpg"), `${mark}second`),
  "motion photo": video,
  Samsung: () =>
    join(
      pictureNamed("grey.jpg"),
      "\0\0",
      u16(0x0a30, true),
      u32(12, true),
      `${mark}Image_UTC_Data1763672645`,
      "SEFH",
      u32(107, true),
      "SEFT",
    ),
  text: () => letters(`${mark}behind`),
};

/** A picture with these blocks, in this order. Fill bytes stand before the first. */
export const jpegWith = (name: string, heads: readonly string[], tails: readonly string[]): Uint8Array<ArrayBuffer> => {
  const base = pictureNamed(name);
  const blocks = heads.map((head) => jpegHeads[head]?.() ?? new Uint8Array(0));
  return join(
    base.subarray(0, 2),
    ...blocks.flatMap((block, i) => (i === 0 ? [[0xff, 0xff], block] : [block])),
    base.subarray(2),
    ...tails.map((tail) => jpegTails[tail]?.() ?? ""),
  );
};

/** Segments that are the picture, read apart from the code under test: `[marker, bytes]`. */
export const jpegPicture = (file: Uint8Array): readonly Uint8Array[] => {
  const kept: Uint8Array[] = [];
  let at = 2;
  while (file[at + 1] !== 0xd9) {
    const kind = file[at + 1] ?? 0;
    if (kind === 0xff) {
      at++;
      continue;
    }
    let end = at + 2 + (file[at + 2] ?? 0) * 256 + (file[at + 3] ?? 0);
    if (kind === 0xda) while (file[end] !== 0xff || file[end + 1] === 0 || ((file[end + 1] ?? 0) & 0xf8) === 0xd0) end++;
    if (kind < 0xe0) kept.push(file.slice(at, end));
    at = end;
  }
  return kept;
};
