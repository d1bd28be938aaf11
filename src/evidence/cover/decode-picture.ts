import { maxPixels, type Pixels } from "./pixels.ts";
import { decodePng } from "./png-decode.ts";

/** Above this plaintext is never made a Blob: the browser could write it to disk. */
const blobLimit = 4 * 1024 * 1024;

const fits = ({ width, height }: { readonly width: number; readonly height: number }): boolean =>
  width > 0 && height > 0 && width * height <= maxPixels;

/** A small picture of many colours through a canvas and back. Some browsers answer other pixels than were drawn, against tracking. */
const canvasIsTrue = (): boolean => {
  const side = 16;
  const canvas = new OffscreenCanvas(side, side).getContext("2d");
  if (canvas === null) return false;
  const drawn = new ImageData(side, side);
  for (let i = 0; i < drawn.data.length; i++) drawn.data[i] = i % 4 === 3 ? 255 : (i * 37) & 255;
  canvas.putImageData(drawn, 0, 0);
  const back = canvas.getImageData(0, 0, side, side).data;
  return back.every((byte, i) => byte === drawn.data[i]);
};

/** What the browser decodes, upright as it is looked at. */
const browserPicture = async (bytes: ArrayBuffer, type: string): Promise<ImageBitmap | VideoFrame | undefined> => {
  if (bytes.byteLength <= blobLimit) return createImageBitmap(new Blob([bytes], { type }));
  if (typeof ImageDecoder === "undefined" || !(await ImageDecoder.isTypeSupported(type))) return undefined;
  const decoder = new ImageDecoder({ data: bytes, type });
  try {
    return (await decoder.decode()).image;
  } finally {
    decoder.close();
  }
};

/** Pixels of anything that a canvas can draw, one frame of a video among them; undefined where this browser does not give them back as they are. */
export const readBack = (image: ImageBitmap | VideoFrame): Pixels | undefined => {
  const size =
    "displayWidth" in image ? { width: image.displayWidth, height: image.displayHeight } : { width: image.width, height: image.height };
  if (!fits(size) || !canvasIsTrue()) return undefined;
  const canvas = new OffscreenCanvas(size.width, size.height).getContext("2d", { willReadFrequently: true });
  if (canvas === null) return undefined;
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, size.width, size.height);
  return { ...size, data };
};

/**
 * A picture file as pixels: a PNG exactly, by our own hand; any other as the browser decodes it, turned as the camera noted. Undefined where this
 * browser cannot, or where it is too large. Worker only.
 */
export const decodePicture = async (bytes: ArrayBuffer, type: string): Promise<Pixels | undefined> => {
  if (type === "image/png") {
    const exact = await decodePng(new Uint8Array(bytes));
    if (exact !== undefined) return exact;
  }
  try {
    const image = await browserPicture(bytes, type);
    if (image === undefined) return undefined;
    try {
      return readBack(image);
    } finally {
      image.close();
    }
  } catch {
    // Not a picture, or one this browser does not know.
    return undefined;
  }
};
