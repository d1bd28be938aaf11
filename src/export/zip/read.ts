import { fromUtf8, sameBytes } from "../../lib/bytes.ts";
import { isPathAllowed, pathKey } from "../bag/names.ts";
import { Refusal } from "../refusal.ts";
import type { ExportError } from "../types.ts";
import { flags, lengths, maxZipBytes, signatures } from "./records.ts";

/** Bytes that can be read at any place. `read` gives exactly `to - from` bytes. */
export interface Readable {
  readonly size: number;
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
}
/** Where a file's bytes lie, and what the zip says of them. */
export interface Stored {
  readonly path: string;
  readonly from: number;
  readonly size: number;
  /** CRC-32; not compared here. */ readonly crc: number;
}

/** A bundle of a year's evidence has some hundred files. */
export const maxEntries = 4096;

interface Listed extends Stored {
  readonly name: Uint8Array;
  readonly at: number;
  readonly flags: number;
}

const refuse = (code: ExportError["code"], where?: string): never => {
  throw new Refusal(code, where);
};

/**
 * Reads a zip that may be hostile. Stricter than zip libraries are: files, then directory, then its end, tile the whole without gap or overlap;
 * local record, directory and descriptor say the same; names are allowed and different on every system. Throws a Refusal, reads no file's bytes.
 */
export const readZip = async (zip: Readable, most = maxEntries): Promise<readonly Stored[]> => {
  const { count, from, length } = await readEnd(zip, most);
  const directory = await zip.read(from, from + length);
  const listed = listDirectory(directory, count);
  const seen = new Set<string>();
  for (const { path } of listed) {
    const key = pathKey(path);
    if (seen.has(key)) refuse("bundle-bad-name", path);
    seen.add(key);
  }
  let at = 0;
  for (const entry of listed) {
    if (entry.at !== at) refuse("bundle-size-lies", entry.path);
    if (entry.from + entry.size > from) refuse("bundle-size-lies", entry.path);
    at = await checkLocal(zip, entry);
  }
  if (at !== from) refuse("bundle-size-lies");
  return listed.map(({ path, from: start, size, crc }) => ({ path, from: start, size, crc }));
};

const readEnd = async (
  zip: Readable,
  most: number,
): Promise<{ readonly count: number; readonly from: number; readonly length: number }> => {
  if (zip.size < lengths.end || zip.size > maxZipBytes) refuse("bundle-malformed");
  const view = viewOf(await zip.read(zip.size - lengths.end, zip.size));
  const [disk, diskOfDirectory, here, count, comment] = [4, 6, 8, 10, 20].map((at) => view.getUint16(at, true));
  if (view.getUint32(0, true) !== signatures.end || disk !== 0 || diskOfDirectory !== 0 || comment !== 0) refuse("bundle-malformed");
  if (count === undefined || here !== count) return refuse("bundle-size-lies");
  if (count > most) refuse("bundle-too-many-entries");
  const [length, from] = [view.getUint32(12, true), view.getUint32(16, true)];
  if (from + length + lengths.end !== zip.size || length > count * (lengths.central + 1300)) refuse("bundle-size-lies");
  return { count, from, length };
};

const listDirectory = (directory: Uint8Array, count: number): readonly Listed[] => {
  const view = viewOf(directory);
  const listed: Listed[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + lengths.central > directory.length) refuse("bundle-size-lies");
    if (view.getUint32(at, true) !== signatures.central) refuse("bundle-malformed");
    const nameLength = view.getUint16(at + 28, true);
    const name = directory.slice(at + lengths.central, at + lengths.central + nameLength);
    if (name.length !== nameLength) refuse("bundle-size-lies");
    const path = fromUtf8(name) ?? refuse("bundle-bad-name");
    if (!isPathAllowed(path)) refuse("bundle-bad-name");
    const bits = view.getUint16(at + 8, true);
    if (view.getUint16(at + 10, true) !== 0) refuse("bundle-compressed", path);
    const [extra, comment, disk] = [30, 32, 34].map((offset) => view.getUint16(at + offset, true));
    const kind = view.getUint16(at + 40, true) >>> 12;
    // Kind of file in the Unix mode: regular, or not said.
    if ((bits & ~flags.follows) !== flags.utf8 || extra !== 0 || comment !== 0 || disk !== 0 || (kind !== 8 && kind !== 0))
      refuse("bundle-malformed", path);
    const [crc = 0, packed = 0, size = 0] = [16, 20, 24].map((offset) => view.getUint32(at + offset, true));
    if (packed !== size) refuse("bundle-size-lies", path);
    const local = view.getUint32(at + 42, true);
    listed.push({ path, name, size, at: local, from: local + lengths.local + nameLength, flags: bits, crc });
    at += lengths.central + nameLength;
  }
  if (at !== directory.length) refuse("bundle-size-lies");
  return listed;
};

/** Compares what stands around a file's bytes with the directory; where the next file must start. */
const checkLocal = async (zip: Readable, entry: Listed): Promise<number> => {
  const local = await zip.read(entry.at, entry.from);
  const view = viewOf(local);
  if (view.getUint32(0, true) !== signatures.local) refuse("bundle-malformed", entry.path);
  if (view.getUint16(26, true) !== entry.name.length || !sameBytes(local.subarray(lengths.local), entry.name))
    refuse("bundle-bad-name", entry.path);
  if (view.getUint16(6, true) !== entry.flags || view.getUint16(8, true) !== 0 || view.getUint16(28, true) !== 0)
    refuse("bundle-malformed", entry.path);
  const said = [14, 18, 22].map((offset) => view.getUint32(offset, true));
  const end = entry.from + entry.size;
  if ((entry.flags & flags.follows) === 0) {
    if (!equal(said, [entry.crc, entry.size, entry.size])) refuse("bundle-size-lies", entry.path);
    return end;
  }
  if (!equal(said, [0, 0, 0])) refuse("bundle-size-lies", entry.path);
  if (end + lengths.descriptor > zip.size) refuse("bundle-size-lies", entry.path);
  const after = viewOf(await zip.read(end, end + lengths.descriptor));
  const told = [0, 4, 8, 12].map((offset) => after.getUint32(offset, true));
  if (!equal(told, [signatures.descriptor, entry.crc, entry.size, entry.size])) refuse("bundle-size-lies", entry.path);
  return end + lengths.descriptor;
};

const equal = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((n, i) => n === b[i]);
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
