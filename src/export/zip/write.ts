import { utf8 } from "../../lib/bytes.ts";
import { Refusal } from "../refusal.ts";
import { crc32 } from "../../lib/crc32.ts";
import { centralRecord, descriptorRecord, endRecord, lengths, localRecord, maxZipBytes, type Filed } from "./records.ts";

/** A file on its way into a zip. `size` is exact: the whole is laid out before its first byte is written. */
export interface ZipInput {
  readonly path: string;
  readonly size: number;
  readonly bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Size of the zip with these files. */
export const zipSize = (files: readonly Pick<ZipInput, "path" | "size">[]): number =>
  files.reduce<number>(
    (sum, { path, size }) => sum + lengths.local + lengths.descriptor + lengths.central + 2 * utf8(path).length + size,
    lengths.end,
  );

/** MS-DOS date of `YYYY-MM-DD`; 1980-01-01 for anything else or earlier. */
export const dosDay = (date: string): number => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return /^\d{4}-\d\d-\d\d$/u.test(date) && year >= 1980 && year < 2108 ? ((year - 1980) << 9) | (month << 5) | day : 0x21;
};

/** Gives the zip piece by piece, files in the order given. Throws a Refusal when a file is not of its stated size. */
export async function* writeZip(files: AsyncIterable<ZipInput> | Iterable<ZipInput>, date: string): AsyncGenerator<Uint8Array, void> {
  const day = dosDay(date);
  const filed: Filed[] = [];
  let at = 0;
  for await (const file of files) {
    const name = utf8(file.path);
    yield localRecord(name, day);
    yield name;
    let crc = 0;
    let size = 0;
    for await (const piece of file.bytes()) {
      crc = crc32(piece, crc);
      size += piece.length;
      if (size > file.size) break;
      yield piece;
    }
    if (size !== file.size) throw new Refusal("seal-source-damaged", file.path);
    const entry = { name, crc, size, at };
    filed.push(entry);
    yield descriptorRecord(entry);
    at += lengths.local + name.length + size + lengths.descriptor;
  }
  const from = at;
  for (const entry of filed) {
    yield centralRecord(entry, day);
    yield entry.name;
    at += lengths.central + entry.name.length;
  }
  if (at > maxZipBytes || filed.length > 0xffff) throw new Refusal("seal-too-large");
  yield endRecord(filed.length, from, at - from);
}
