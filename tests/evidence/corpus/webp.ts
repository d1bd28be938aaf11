import { join, letters, mark, pictureNamed, u32 } from "./bytes.ts";
import { fullExif, icc, video, xmp } from "./blocks.ts";

export const webpNames = ["lossy.webp", "lossless.webp", "alpha.webp"] as const;

type Chunk = readonly [type: string, data: Uint8Array];
export const webpOf = (chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> => {
  const body = join(...chunks.map(([type, data]) => join(type, u32(data.length, true), data, data.length % 2 ? [0] : [])));
  return join("RIFF", u32(body.length + 4, true), "WEBP", body);
};
/** Chunks of a file, read apart from the code under test. */
export const webpChunksOf = (file: Uint8Array): readonly Chunk[] => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = 8 + view.getUint32(4, true);
  const chunks: Chunk[] = [];
  for (let at = 12; at < end;) {
    const size = view.getUint32(at + 4, true);
    chunks.push([String.fromCharCode(...file.subarray(at, at + 4)), file.slice(at + 8, at + 8 + size)]);
    at += 8 + size + (size % 2);
  }
  return chunks;
};

const exif = (little: boolean, orientation: number): Chunk => ["EXIF", fullExif(little, orientation, letters(`${mark}thumbnail`))];
/** Blocks, each with its flag in VP8X. */
export const webpBlocks: Readonly<Record<string, { readonly flag: number; readonly chunk: () => Chunk }>> = {
  "exif, big": { flag: 8, chunk: () => exif(false, 1) },
  "exif, turned": { flag: 8, chunk: () => exif(true, 6) },
  "exif with the mark of JPEG": { flag: 8, chunk: () => ["EXIF", join("Exif\0\0", exif(true, 1)[1])] },
  xmp: { flag: 4, chunk: () => ["XMP ", letters(xmp())] },
  "Display P3": { flag: 32, chunk: () => ["ICCP", icc("p3")] },
  "colours of a screen": { flag: 32, chunk: () => ["ICCP", icc("screen")] },
  "not known": { flag: 0, chunk: () => ["mArK", letters(`${mark}unknown`)] },
};
export const webpTails: Readonly<Record<string, () => Uint8Array>> = { text: () => letters(`${mark}behind`), video };

const SIZE = [31, 0, 0, 23, 0, 0];
/** In the extended format: profile first, then the picture, then the rest. */
export const webpWith = (name: string, blocks: readonly string[], tails: readonly string[]): Uint8Array<ArrayBuffer> => {
  const base = webpChunksOf(pictureNamed(name));
  const picked = blocks.flatMap((block) => webpBlocks[block] ?? []);
  const hasAlpha = base.some(([type]) => type === "ALPH");
  const flags = picked.reduce((sum, { flag }) => sum | flag, hasAlpha ? 16 : 0);
  const chunks = picked.map(({ chunk }) => chunk());
  const extended: Chunk = ["VP8X", join([flags, 0, 0, 0], SIZE)];
  const coded = base.filter(([type]) => type !== "VP8X");
  const isColour = ([type]: Chunk): boolean => type === "ICCP";
  return join(
    webpOf([extended, ...chunks.filter(isColour), ...coded, ...chunks.filter((one) => !isColour(one))]),
    ...tails.map((tail) => webpTails[tail]?.() ?? ""),
  );
};

/** Chunks that are the picture. */
export const webpPicture = (file: Uint8Array): readonly Uint8Array[] =>
  webpChunksOf(file).flatMap(([type, data]) => (["VP8 ", "VP8L", "ALPH"].includes(type) ? [join(type, data)] : []));
