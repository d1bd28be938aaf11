import type { Command } from "../case/commands.ts";
import type { Result } from "../lib/result.ts";
import type { Inspected } from "../evidence/types.ts";
import type { StoredFile } from "../vault/types.ts";
import type { App, AppError, SharedItem } from "./types.ts";

/** Something that waits in the inbox, in the shape in which files are taken in. Its bytes stay in the worker. */
export interface SharedFile {
  readonly shared: string;
  /** Its place in the zip that waits; null: it is the item itself. */ readonly part: number | null;
  readonly name: string;
  readonly size: number;
  /** As the app that shared it says. */ readonly type: string;
  readonly lastModified: 0;
}
/**
 * Something that was packed, unpacked in memory. It stays bytes: a large Blob may be written to the disk by the browser, as plaintext.
 */
export interface UnpackedFile {
  readonly unpacked: ArrayBuffer;
  readonly name: string;
  readonly size: number;
  readonly type: "";
  readonly lastModified: 0;
}
export type Incoming = File | SharedFile | UnpackedFile;

export const isShared = (file: Incoming): file is SharedFile => "shared" in file;

const contentOf = (file: File | UnpackedFile): File | ArrayBuffer => ("unpacked" in file ? file.unpacked : file);

export const sharedFile = ({ item, name, size, type }: SharedItem): SharedFile => ({
  shared: item,
  part: null,
  name,
  size,
  type,
  lastModified: 0,
});

/** What a shared item is on the way: its words go to the links, texts and mails to the messages, a zip may be a packed chat, all else is a file. */
export const sharedKind = ({ words, name, type, size }: SharedItem): "words" | "message" | "zip" | "file" => {
  if (/^application\/(?:x-)?zip(?:-compressed)?$/u.test(type) || /\.zip$/iu.test(name)) return "zip";
  const isText = type === "text/plain" || type === "message/rfc822" || /\.(?:eml|txt)$/iu.test(name);
  if (isText && size <= MESSAGE_BYTES) return words && size <= WORDS_BYTES ? "words" : "message";
  return "file";
};
/** By what the other app said it is. */
export const isSharedMail = ({ type, name }: SharedItem): boolean => type === "message/rfc822" || /\.eml$/iu.test(name);
/** A mail may have pictures with it; words and texts have none. */
export const mayHoldMedia = (item: SharedItem): boolean => ["file", "zip"].includes(sharedKind(item)) || isSharedMail(item);
/** What the vault hands over in one piece. */
const MESSAGE_BYTES = 4 * 1024 * 1024;
/** A longer text is a message: the draft of the links shares one small record with all others. */
const WORDS_BYTES = 20_000;

const placeholder = "0".repeat(64);

/** The command that would file it, before anything of it was opened: by what the other app said it is. */
export const asUnopened = (file: SharedFile, make: (seen: Pick<Inspected, "sha256" | "size" | "type" | "mismatch">) => Command): Command =>
  make({
    sha256: placeholder,
    size: file.size,
    type: /^text\/plain$/u.test(file.type) ? file.type : "application/octet-stream",
    mismatch: false,
  });

export const inspectIncoming = async (app: App, file: Incoming, onProgress: () => unknown): Promise<Result<Inspected, AppError>> =>
  isShared(file)
    ? (await app.shared()).inspect(file.shared, file.part, file.name)
    : (await app.evidence()).inspect(contentOf(file), file.name, onProgress);

export const importIncoming = async (
  app: App,
  caseId: string,
  file: Incoming,
  onProgress: (p: { readonly done: number; readonly total: number }) => unknown,
): Promise<Result<StoredFile, AppError>> => {
  const vault = await app.vault();
  if (!isShared(file)) return vault.importFile(caseId, contentOf(file), onProgress);
  if (file.part === null) return vault.importShared(caseId, file.shared, onProgress);
  return (await app.shared()).importPart(caseId, file.shared, file.part, onProgress);
};

/** Once an entry names what was made of an item, it waits no longer; the rest of a zip still does. */
export const dropFiled = async (app: App, file: Incoming): Promise<void> => {
  if (isShared(file) && file.part === null) await dropSharedItem(app, file.shared);
};

/** Should that fail, it is seen again, and said to be here already. */
export const dropSharedItem = async (app: App, item: string): Promise<void> => {
  await (await app.vault()).dropShared([item]);
};
