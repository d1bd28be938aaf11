import type { Sliced } from "../lib/sliced.ts";

/** One file in a zip, as its directory says. */
export interface ZipFile {
  /** As written there; never used as a path. */ readonly name: string;
  /** Bytes once unpacked. */ readonly size: number;
  /** Bytes in the zip. */ readonly packed: number;
  readonly method: "stored" | "deflated";
  readonly crc: number;
  /** Position of its local record. */ readonly at: number;
}

const lengths = { end: 22, central: 46 } as const;
const signatures = { end: 0x06054b50, central: 0x02014b50 } as const;
/** A comment may stand behind the end record; no longer than its length field can say. */
const maxComment = 0xffff;
/** More files than a phone packs into one chat. */
const maxFiles = 20_000;
const maxDirectory = 8 * 1024 * 1024;
/** Deflate makes nothing smaller than this (RFC 1951: 258 bytes from two bits). */
const maxRatio = 1032;
const methods: Readonly<Record<number, ZipFile["method"]>> = { 0: "stored", 8: "deflated" };
const encrypted = 0x0001;

const bytesAt = async (file: Sliced, from: number, to: number): Promise<DataView> => new DataView(await file.slice(from, to).arrayBuffer());

/** UTF-8 as phones write it; names in an older code page keep their bytes as Latin letters. */
const nameOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

const findEnd = (tail: DataView): number | undefined => {
  for (let at = tail.byteLength - lengths.end; at >= 0; at--)
    if (tail.getUint32(at, true) === signatures.end && at + lengths.end + tail.getUint16(at + 20, true) === tail.byteLength) return at;
  return undefined;
};

/** Reads the directory's records; undefined when one is not what it should be. Folders are left out. */
const filesIn = (directory: DataView, count: number): readonly ZipFile[] | undefined => {
  const files: ZipFile[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + lengths.central > directory.byteLength || directory.getUint32(at, true) !== signatures.central) return undefined;
    const short = (offset: number): number => directory.getUint16(at + offset, true);
    const long = (offset: number): number => directory.getUint32(at + offset, true);
    const next = at + lengths.central + short(28) + short(30) + short(32);
    if (next > directory.byteLength) return undefined;
    const name = nameOf(new Uint8Array(directory.buffer, directory.byteOffset + at + lengths.central, short(28)));
    const method = methods[short(10)];
    const [packed, size] = [long(20), long(24)];
    if (method === undefined || (short(8) & encrypted) !== 0 || size > packed * maxRatio + 8) return undefined;
    if (method === "stored" && packed !== size) return undefined;
    if (!/[/\\]$/u.test(name)) files.push({ name, size, packed, method, crc: long(16), at: long(42) });
    at = next;
  }
  return files;
};

/** Files whose bytes overlap are how a small zip becomes a large one (Fifield 2019). */
const overlap = (files: readonly ZipFile[], end: number): boolean => {
  const inOrder = files.toSorted((a, b) => a.at - b.at);
  return inOrder.some((file, i) => file.at + 30 + file.packed > (inOrder[i + 1]?.at ?? end));
};

/**
 * What a zip says it holds (APPNOTE 6.3), in its order. undefined for anything but an ordinary zip as phones write it: encrypted, in several
 * parts, above 4 GiB (zip64), packed in another way, with files that overlap or say more than deflate can hold. Reads no file's bytes; throws
 * where the browser cannot read.
 */
export const readDirectory = async (file: Sliced): Promise<readonly ZipFile[] | undefined> => {
  const tailFrom = Math.max(0, file.size - lengths.end - maxComment);
  const tail = await bytesAt(file, tailFrom, file.size);
  const at = findEnd(tail);
  if (at === undefined) return undefined;
  const short = (offset: number): number => tail.getUint16(at + offset, true);
  const [length, from] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
  const count = short(10);
  if (short(4) !== 0 || short(6) !== 0 || short(8) !== count || count > maxFiles) return undefined;
  if (length > maxDirectory || from + length > tailFrom + at) return undefined;
  const files = filesIn(await bytesAt(file, from, from + length), count);
  return files === undefined || overlap(files, from) ? undefined : files;
};
