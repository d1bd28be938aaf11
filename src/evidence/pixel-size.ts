export interface PixelSize {
  readonly width: number;
  readonly height: number;
}
/** Reads `length` bytes at `from`; fewer at the end of the file. */
export type ReadAt = (from: number, length: number) => Promise<Uint8Array>;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Segments or boxes that are looked at before giving up. */
const maxSteps = 200;

const png = (head: Uint8Array): PixelSize | undefined =>
  head.length < 24 ? undefined : { width: view(head).getUint32(16), height: view(head).getUint32(20) };

const gif = (head: Uint8Array): PixelSize | undefined =>
  head.length < 10 ? undefined : { width: view(head).getUint16(6, true), height: view(head).getUint16(8, true) };

const webp = (head: Uint8Array): PixelSize | undefined => {
  if (head.length < 30) return undefined;
  const at = view(head);
  const kind = String.fromCharCode(...head.subarray(12, 16));
  const three = (from: number): number => at.getUint16(from, true) + at.getUint8(from + 2) * 65_536;
  if (kind === "VP8X") return { width: three(24) + 1, height: three(27) + 1 };
  if (kind === "VP8L") {
    const bits = at.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return kind === "VP8 " ? { width: at.getUint16(26, true) & 0x3fff, height: at.getUint16(28, true) & 0x3fff } : undefined;
};

/** Walks the segments up to the frame header, reading only their heads: the camera's preview in front of it may be long. */
const jpeg = async (read: ReadAt): Promise<PixelSize | undefined> => {
  for (let at = 2, step = 0; step < maxSteps; step++) {
    const bytes = await read(at, 9);
    if (bytes.length < 9) return undefined;
    const marker = bytes[1] ?? 0;
    if (bytes[0] !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view(bytes).getUint16(7), height: view(bytes).getUint16(5) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += alone ? 2 : 2 + Math.max(2, view(bytes).getUint16(2));
  }
  return undefined;
};

/** HEIC and AVIF: the largest `ispe` inside meta → iprp → ipco (ISO/IEC 23008-12). A grid's tiles are smaller than the picture. */
const heif = async (read: ReadAt): Promise<PixelSize | undefined> => {
  let best: PixelSize | undefined;
  let steps = 0;
  const walk = async (from: number, end: number): Promise<void> => {
    for (let at = from; at + 8 <= end && steps++ < maxSteps;) {
      const bytes = await read(at, 20);
      if (bytes.length < 8) return;
      const short = view(bytes).getUint32(0);
      const name = String.fromCharCode(...bytes.subarray(4, 8));
      const size = short === 1 && bytes.length >= 16 ? Number(view(bytes).getBigUint64(8)) : short === 0 ? end - at : short;
      if (size < 8) return;
      if (name === "meta") await walk(at + 12, Math.min(end, at + size));
      else if (name === "iprp" || name === "ipco") await walk(at + 8, Math.min(end, at + size));
      else if (name === "ispe" && bytes.length >= 20) {
        const found = { width: view(bytes).getUint32(12), height: view(bytes).getUint32(16) };
        if (best === undefined || found.width * found.height > best.width * best.height) best = found;
      }
      at += size;
    }
  };
  await walk(0, Number.MAX_SAFE_INTEGER);
  return best;
};

const sizes: Readonly<Record<string, (head: Uint8Array, read: ReadAt) => PixelSize | undefined | Promise<PixelSize | undefined>>> = {
  "image/png": png,
  "image/gif": gif,
  "image/webp": webp,
  "image/jpeg": (_, read) => jpeg(read),
  "image/heic": (_, read) => heif(read),
  "image/heif": (_, read) => heif(read),
  "image/avif": (_, read) => heif(read),
};

/** Pixels as the header says, before any rotation that the camera noted; undefined where it does not tell or tells nonsense. Nothing is decoded. */
export const pixelSize = async (type: string, head: Uint8Array, read: ReadAt): Promise<PixelSize | undefined> => {
  const found = await (Object.hasOwn(sizes, type) ? sizes[type]?.(head, read) : undefined);
  return found !== undefined && found.width > 0 && found.height > 0 && found.width <= 1_000_000 && found.height <= 1_000_000
    ? found
    : undefined;
};
