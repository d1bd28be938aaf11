import { workingSide, type Pixels } from "./working-copy.ts";

/*
 * Some browsers change the pixels that a script reads, a little or altogether, so that nobody can be told by them (Firefox's
 * resistFingerprinting, Brave). A hash of such pixels would be of another picture. So before any picture is read, one whose pixels are known
 * goes the same way. It is full of colours, since a plain one is left alone by some, and as large as a working copy, since some change few pixels.
 */
const width = workingSide;
const height = workingSide;
/** BITMAPFILEHEADER and BITMAPINFOHEADER. */
const headBytes = 54;

const made = (): { readonly file: Uint8Array<ArrayBuffer>; readonly pixels: Pixels } => {
  const body = width * height * 3;
  const file = new Uint8Array(headBytes + body);
  const head = new DataView(file.buffer);
  file.set([0x42, 0x4d]);
  head.setUint32(2, file.length, true);
  head.setUint32(10, headBytes, true);
  head.setUint32(14, 40, true);
  head.setInt32(18, width, true);
  head.setInt32(22, height, true);
  head.setUint16(26, 1, true);
  head.setUint16(28, 24, true);
  head.setUint32(34, body, true);
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  let x = 0x9e3779b9;
  for (let i = 0; i < width * height; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    // A bitmap begins with the lowest row, and blue comes before green and red.
    const at = headBytes + ((height - 1 - Math.floor(i / width)) * width + (i % width)) * 3;
    for (let c = 0; c < 3; c++) {
      const value = (x >>> (8 * c)) & 0xff;
      rgba[i * 4 + c] = value;
      file[at + 2 - c] = value;
    }
  }
  return { file, pixels: { width, height, rgba } };
};

/** Encoded bytes of the check picture, 0.8 MB. */
export const checkPicture = { type: "image/bmp", bytes: (): ArrayBuffer => made().file.buffer } as const;

/** Are these the pixels of the check picture, to the last bit? */
export const passesCheck = (read: Pixels): boolean => {
  const { pixels } = made();
  return read.width === pixels.width && read.height === pixels.height && pixels.rgba.every((value, at) => value === read.rgba[at]);
};
