import { sha256Stream } from "../crypto/hash.ts";
import { cryptoReady } from "../crypto/sodium.ts";
import { hex } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { Sliced } from "../lib/sliced.ts";
import { parseChat } from "./chat.ts";
import { decodeText, maxMessageBytes } from "./text.ts";
import type { ChatZip, EvidenceError } from "./types.ts";
import { readDirectory, type ZipFile } from "./zip-directory.ts";
import { unpack } from "./zip-unpack.ts";

/** Largest packed file that is taken out, in bytes: it has to fit into memory. One that is only stored may have any length. */
export const maxUnpacked = 64 * 1024 * 1024;
/** Texts that are looked at before giving up: the chat is nearly always the first. */
const maxTries = 5;

/** Name without folders. */
const baseName = (name: string): string => name.split(/[/\\]/u).at(-1) ?? name;
/** What a computer adds when it packs a folder again. */
const isBookkeeping = (name: string): boolean => /(?:^|[/\\])(?:__MACOSX[/\\]|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu.test(name);

/** iPhones call it `_chat.txt`; Android names it after the other person, in the phone's language. */
const candidates = (files: readonly ZipFile[]): readonly ZipFile[] =>
  files
    .filter(({ name, size }) => /\.txt$/iu.test(name) && !isBookkeeping(name) && size > 0 && size <= maxMessageBytes)
    .toSorted((a, b) => Number(baseName(b.name) === "_chat.txt") - Number(baseName(a.name) === "_chat.txt"))
    .slice(0, maxTries);

const bytesOf = async (part: Sliced | ArrayBuffer): Promise<ArrayBuffer> => (part instanceof ArrayBuffer ? part : part.arrayBuffer());

/**
 * Reads the export of a chat that was packed with its pictures: the text, exactly as it lies in the zip, and what else is in it by name. Nothing
 * else is unpacked. Errors: `message-unreadable` (no ordinary zip, or no chat in it: keep it as a file), `file-unreadable`.
 */
export const readChatZip = async (zip: Sliced): Promise<Result<ChatZip, EvidenceError>> => {
  try {
    await cryptoReady();
    const files = await readDirectory(zip);
    if (files === undefined) return err({ code: "message-unreadable" });
    for (const file of candidates(files)) {
      const part = await unpack(zip, file, maxMessageBytes);
      const text = part === undefined ? undefined : await bytesOf(part);
      const decoded = text === undefined ? undefined : decodeText(new Uint8Array(text));
      const chat = decoded === undefined ? undefined : parseChat(decoded);
      if (text === undefined || decoded === undefined || chat === undefined) continue;
      const others = files.flatMap(({ name, size }, index) =>
        files[index] === file || isBookkeeping(name) ? [] : [{ index, name: baseName(name), size }],
      );
      const hash = sha256Stream();
      hash.update(new Uint8Array(text));
      return ok({ name: baseName(file.name), bytes: text, sha256: hex(hash.digest()), text: decoded, chat, others });
    }
    return err({ code: "message-unreadable" });
  } catch {
    return err({ code: "file-unreadable" });
  }
};

/**
 * The exact bytes of one of the `others`: a part of the zip where it was only stored, else unpacked in memory. `file-too-large`: it is packed, and too
 * long for that.
 */
export const partOfZip = async (zip: Sliced, index: number): Promise<Result<Sliced | ArrayBuffer, EvidenceError>> => {
  try {
    const file = (await readDirectory(zip))?.[index];
    if (file === undefined) return err({ code: "file-unreadable" });
    if (file.method === "deflated" && file.size > maxUnpacked) return err({ code: "file-too-large" });
    const part = await unpack(zip, file, maxUnpacked);
    return part === undefined ? err({ code: "file-unreadable" }) : ok(part);
  } catch {
    return err({ code: "file-unreadable" });
  }
};

/** The same for a zip that was chosen: what was only stored stays a part of that file. */
export const takeFromZip = async (zip: Blob, index: number): Promise<Result<Blob | ArrayBuffer, EvidenceError>> => {
  const part = await partOfZip(zip, index);
  if (!part.ok) return part;
  const { value } = part;
  return value instanceof Blob || value instanceof ArrayBuffer ? ok(value) : err({ code: "file-unreadable" });
};
