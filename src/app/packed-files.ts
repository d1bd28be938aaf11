import { err, ok, type Result } from "../lib/result.ts";
import { isShared, type Incoming, type SharedFile } from "./shared.ts";
import type { App, AppError } from "./types.ts";

/** A file that lies in a zip beside the text of a chat: its place there, its name without folders, and its size unpacked, in bytes. */
export interface PackedFile {
  readonly index: number;
  readonly name: string;
  readonly size: number;
}
export interface Packed {
  readonly zip: File | SharedFile;
  readonly files: readonly PackedFile[];
}

/**
 * One of them, exactly as it lies in the zip, to be taken in like any file. Asked for only once the age rules let it in: until then not a byte of it is
 * unpacked. A zip tells no time that could be relied on, so it has none. What was packed comes as bytes in memory, and never as a Blob; what waits in the inbox stays in the worker, where it is opened when it is asked about. Errors: `file-too-large`, `file-unreadable`.
 */
export const takePacked = async (
  app: App,
  zip: File | SharedFile,
  { index, name, size }: PackedFile,
): Promise<Result<Incoming, AppError>> => {
  if (isShared(zip)) return ok({ ...zip, part: index, name, size, type: "" });
  const part = await (await app.evidence()).takeFromZip(zip, index);
  if (!part.ok) return err(part.error);
  const { value } = part;
  return ok(
    value instanceof Blob
      ? new File([value], name, { lastModified: 0 })
      : { unpacked: value, name, size: value.byteLength, type: "", lastModified: 0 },
  );
};
