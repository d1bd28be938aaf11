/** One entry of a TIFF directory (TIFF 6.0, Exif 3.0). */
export interface Tag {
  /** Which directory it stands in. */ readonly group: "main" | "exif" | "gps" | "interop" | "next";
  readonly id: number;
  readonly type: number;
  readonly isLittle: boolean;
  readonly bytes: Uint8Array;
}

/** Bytes of one value of each type, 1 to 13. */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const pointers: Readonly<Record<number, Tag["group"]>> = { 0x8769: "exif", 0x8825: "gps", 0xa005: "interop" };
/** A directory of a camera has some dozens. */
const maxEntries = 500;
const maxDirectories = 8;

/** Every entry of a TIFF structure, as Exif is one: both byte orders, directories that point at each other read once. What is out of bounds is left out. */
export const tiffTags = (bytes: Uint8Array): readonly Tag[] => {
  if (bytes.length < 14) return [];
  const order = String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0);
  if (order !== "II" && order !== "MM") return [];
  const isLittle = order === "II";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(2, isLittle) !== 42) return [];
  const tags: Tag[] = [];
  const seen = new Set<number>();
  const todo: { readonly at: number; readonly group: Tag["group"] }[] = [{ at: view.getUint32(4, isLittle), group: "main" }];
  for (let next = todo.shift(); next !== undefined; next = todo.shift()) {
    const { at, group } = next;
    if (at < 8 || at + 2 > bytes.length || seen.has(at) || seen.size >= maxDirectories) continue;
    seen.add(at);
    const count = Math.min(view.getUint16(at, isLittle), maxEntries);
    for (let i = 0; i < count; i++) {
      const from = at + 2 + 12 * i;
      if (from + 12 > bytes.length) break;
      const type = view.getUint16(from + 2, isLittle);
      const length = (sizes[type] ?? 0) * view.getUint32(from + 4, isLittle);
      const start = length <= 4 ? from + 8 : view.getUint32(from + 8, isLittle);
      if (length === 0 || start + length > bytes.length) continue;
      const tag = { group, id: view.getUint16(from, isLittle), type, isLittle, bytes: bytes.subarray(start, start + length) };
      tags.push(tag);
      const into = pointers[tag.id];
      if (into !== undefined && length === 4) todo.push({ at: view.getUint32(start, isLittle), group: into });
    }
    const after = at + 2 + 12 * count;
    if (group === "main" && after + 4 <= bytes.length) todo.push({ at: view.getUint32(after, isLittle), group: "next" });
  }
  return tags;
};

/** The first eight values as numbers; fractions are worked out. */
export const numbersOf = ({ type, bytes, isLittle }: Tag): readonly number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = sizes[type] ?? 1;
  return Array.from({ length: Math.min(8, Math.floor(bytes.length / size)) }, (_, i) => {
    const at = i * size;
    if (type === 3) return view.getUint16(at, isLittle);
    if (type === 4) return view.getUint32(at, isLittle);
    if (type === 5) return view.getUint32(at, isLittle) / view.getUint32(at + 4, isLittle);
    if (type === 10) return view.getInt32(at, isLittle) / view.getInt32(at + 4, isLittle);
    return view.getUint8(at);
  });
};

/** How the picture is to be turned, 1 to 8 as Exif counts; 1 where it does not say. */
export const orientationOf = (tiff: Uint8Array): number => {
  const tag = tiffTags(tiff).find(({ group, id }) => group === "main" && id === 0x0112);
  const value = tag === undefined ? 1 : (numbersOf(tag)[0] ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= 8 ? value : 1;
};

/** A TIFF structure that says how to turn the picture and nothing else. */
export const orientationTiff = (orientation: number): Uint8Array =>
  new Uint8Array([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
