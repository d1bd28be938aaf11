/** Above this a decrypted picture may not become a Blob: the browser could write it to disk in plaintext. */
const BLOB_LIMIT = 4 * 1024 * 1024;

const decode = async (bytes: ArrayBuffer, type: string): Promise<ImageBitmap | VideoFrame | undefined> => {
  if (bytes.byteLength <= BLOB_LIMIT) return createImageBitmap(new Blob([bytes], { type }));
  if (typeof ImageDecoder === "undefined" || !(await ImageDecoder.isTypeSupported(type))) return undefined;
  const decoder = new ImageDecoder({ data: bytes, type });
  try {
    return (await decoder.decode()).image;
  } finally {
    decoder.close();
  }
};

/** Draws a picture file onto a canvas, in memory only. False: it cannot be shown here. */
export const drawPicture = async (canvas: HTMLCanvasElement, bytes: ArrayBuffer, type: string): Promise<boolean> => {
  try {
    const image = await decode(bytes, type);
    if (image === undefined) return false;
    canvas.width = "displayWidth" in image ? image.displayWidth : image.width;
    canvas.height = "displayHeight" in image ? image.displayHeight : image.height;
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    image.close();
    return true;
  } catch {
    // Not a picture, or one this browser does not know.
    return false;
  }
};
