import { checkPicture, passesCheck } from "./check-picture.ts";
import { onWhite, resize, sourceOf, upright, workingSize, type Pixels } from "./working-copy.ts";

/** A picture file: one that was chosen, or the bytes of one that was decrypted, which above 4 MB no Blob may hold. */
export type Encoded = Blob | ArrayBuffer;

/** Why there are no pixels. `changed`: the browser changes what is read from a picture. `undecodable`: no picture, or one it does not know. */
export type NoPixels = "changed" | "undecodable";

/** Above this a decrypted picture may not become a Blob: the browser could write it to its disk as it is. */
const blobBytes = 4 * 1024 * 1024;
/** The second way holds all of a picture's pixels at once, 4 bytes each. */
const decoderPixels = 40_000_000;
const decoderBytes = 64 * 1024 * 1024;

type Way = (source: Encoded, type: string) => Promise<Pixels | undefined>;

/** Draws row by row, without scaling, only the rows that the working copy needs; so the canvas stays small beside a large picture. */
const byCanvas: Way = async (source, type) => {
  if (!(source instanceof Blob) && source.byteLength > blobBytes) return undefined;
  const file = source instanceof Blob ? source : new Blob([source], { type });
  const image = await createImageBitmap(file, { colorSpaceConversion: "none", premultiplyAlpha: "none" });
  try {
    const { width } = image;
    const size = workingSize(image);
    const context = new OffscreenCanvas(width, size.height).getContext("2d", { willReadFrequently: true });
    if (context === null) return undefined;
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, size.height);
    for (let y = 0; y < size.height; y++) context.drawImage(image, 0, sourceOf(y, image.height, size.height), width, 1, 0, y, width, 1);
    return resize({ width, height: size.height, rgba: context.getImageData(0, 0, width, size.height).data }, size);
  } finally {
    image.close();
  }
};

/** How a frame has to be turned to be seen as the camera saw it; newer than the rest of WebCodecs. */
interface Oriented {
  readonly rotation?: number;
  readonly flip?: boolean;
}

/** Asks the decoder for its pixels and takes them from the frame, where no canvas comes between. Not in every browser. */
const byDecoder: Way = async (source, type) => {
  if (typeof ImageDecoder === "undefined" || !(await ImageDecoder.isTypeSupported(type))) return undefined;
  if (source instanceof Blob && source.size > decoderBytes) return undefined;
  // It takes the buffer for itself.
  const data = source instanceof Blob ? await source.arrayBuffer() : source.slice(0);
  const decoder = new ImageDecoder({ data, type, colorSpaceConversion: "none" });
  // A file that is no picture breaks these too, and `decode` tells.
  void Promise.allSettled([decoder.tracks.ready, decoder.completed]);
  try {
    const { image } = await decoder.decode();
    try {
      const { width, height } = image.visibleRect ?? { width: image.codedWidth, height: image.codedHeight };
      if (width * height > decoderPixels) return undefined;
      const rgba = new Uint8ClampedArray(width * height * 4);
      await image.copyTo(rgba, { format: "RGBA", layout: [{ offset: 0, stride: width * 4 }] });
      const copy = resize({ width, height, rgba }, workingSize({ width, height }));
      onWhite(copy);
      const { rotation = 0, flip = false } = image as VideoFrame & Oriented;
      return upright(copy, rotation, flip);
    } finally {
      image.close();
    }
  } finally {
    decoder.close();
  }
};

/** A decoder tells by an error that something is no picture; what kind of error is its own affair. */
const attempt = async (way: Way, source: Encoded, type: string): Promise<Pixels | undefined> => {
  try {
    return await way(source, type);
  } catch {
    return undefined;
  }
};

/** Ways that gave the check picture back. A browser does not begin to change pixels while a page is open; that it stops is looked for again. */
const trusted = new Set<Way>();

const isTrusted = async (way: Way): Promise<boolean> => {
  if (trusted.has(way)) return true;
  const check = await attempt(way, checkPicture.bytes(), checkPicture.type);
  if (check === undefined || !passesCheck(check)) return false;
  trusted.add(way);
  return true;
};

/**
 * The working copy of a picture, at most 512 × 512, as it is seen. Worker only. Each way of reading pixels is first tried on the check picture; one
 * that does not give that back to the last bit is not used.
 */
export const readPixels = async (source: Encoded, type: string): Promise<Pixels | NoPixels> => {
  let none: NoPixels = "changed";
  for (const way of [byCanvas, byDecoder]) {
    if (!(await isTrusted(way))) continue;
    none = "undecodable";
    const read = await attempt(way, source, type);
    if (read !== undefined) return read;
  }
  return none;
};
