import { carriesMedia, mailVerdict, mediaCode } from "../case/media.ts";
import type { SubjectKey } from "../case/events.ts";
import { utf8 } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { EvidenceReader } from "../evidence/reader.ts";
import type { Inspected, ParsedMail } from "../evidence/types.ts";
import { LABEL, ofZip, sendersOf } from "./messages-zip.ts";
import { signsIn } from "./messages-signs.ts";
import type { Packed } from "./packed-files.ts";
import type { App, AppError } from "./types.ts";

export type Channel = "whatsapp" | "email" | "chat" | "sms" | "other";

/** A message as it was understood, before a byte of it is kept. */
export interface ReadMessage {
  readonly channel: Channel;
  readonly from: string;
  /** As written in the mail; "" for others. */ readonly date: string;
  readonly name: string;
  /** The whole readable text. */ readonly text: string;
  readonly count: number;
  /** Ids of warning signs, in the order of the text. */ readonly signs: readonly string[];
  /** What will be kept byte for byte; null: the entry's own text is all of it. */ readonly bytes: Blob | ArrayBuffer | null;
  /** SHA-256 of `bytes`, 64 hex digits. */ readonly sha256: string | null;
  /** Attachments that are in the file, kept or not. */ readonly attachments: number;
  /** Files beside the text in a zip: they stay in it, each can be added as evidence by itself. */ readonly packed: number;
  /** The same files, to be asked about one by one; null: there are none, or none may come in. */ readonly media: Packed | null;
  /** It stays in the inbox: what came with the text may not come in, or not yet. */ readonly waits: boolean;
  /** Why only the text is kept and not the file; null: it is kept whole, or holds nothing but text. */
  readonly textOnly: "media-under-18" | "media-age-unknown" | null;
}

/** What fits into the entry itself; a longer text is kept as a file of text. */
export const EXCERPT = 2_000;

/** A picture written out as text, with the lines of it that follow. */
const spelledOut = /data:\s{0,8}(?:image|video|audio|application)\/[^,"]{0,200},\s{0,8}[^\s"]{64,}(?:\s+[A-Za-z0-9+/=]{40,})*/giu;

const textOf = (mail: ParsedMail): string => (mail.subject === "" ? mail.text : `${mail.subject}\n\n${mail.text}`);

/** Everything of a mail that is text, the person's words first, the route it took last. */
const wholeTextOf = (mail: ParsedMail): string =>
  [
    [`${mail.from} → ${mail.to}`, mail.date, mail.subject].filter((line) => line.trim() !== "").join("\n"),
    mail.text.trim(),
    ...mail.attachments.map(({ name, type, size }) => `[${name} ${type} ${String(size)}]`),
    mail.headers.trim(),
  ]
    .join("\n\n")
    .replace(spelledOut, "[…]");

/** Bytes and no Blob, which a browser may write to the disk as plaintext when it is large. */
const asText = (text: string, name: string): Pick<ReadMessage, "bytes" | "name"> =>
  text.length <= EXCERPT
    ? { bytes: null, name: "" }
    : { bytes: new Uint8Array(utf8(text)).buffer, name: `${name.slice(0, LABEL - 4)}.txt` };

type Code = "media-under-18" | "media-age-unknown";

const ofMail = async (
  evidence: EvidenceReader,
  file: File,
  seen: Inspected,
  code: Code | undefined,
): Promise<Result<ReadMessage, AppError>> => {
  const mail = await evidence.readMail(file);
  if (!mail.ok) return mail;
  const { value } = mail;
  const shared = {
    channel: "email",
    from: value.from.slice(0, LABEL),
    date: value.date,
    count: 1,
    signs: await signsIn([textOf(value)]),
    attachments: value.attachments.length,
    packed: 0,
    media: null,
    waits: false,
  } as const;
  if (code === undefined)
    return ok({ ...shared, name: file.name.slice(0, LABEL), text: textOf(value), bytes: file, sha256: seen.sha256, textOnly: null });
  const text = wholeTextOf(value);
  const kept = asText(text, file.name);
  const made = kept.bytes === null ? undefined : await evidence.inspect(kept.bytes, kept.name);
  if (made?.ok === false) return made;
  return ok({ ...shared, ...kept, text, sha256: made?.value.sha256 ?? null, textOnly: code });
};

/** Text of a file on the page; undefined when it is no text. */
const decoded = async (file: Blob): Promise<string | undefined> => {
  const { decodeText } = await import("../evidence/text.ts");
  return decodeText(new Uint8Array(await file.arrayBuffer()));
};

const ofText = async (
  evidence: EvidenceReader,
  file: File,
  seen: Inspected,
  code: Code | undefined,
): Promise<Result<ReadMessage, AppError>> => {
  const text = await decoded(file);
  if (text === undefined) return err({ code: "message-unreadable" });
  if (code !== undefined && carriesMedia(text)) return err({ code });
  const chat = await evidence.readChat(file);
  const messages = chat.ok ? chat.value.messages : [];
  return ok({
    channel: chat.ok ? "whatsapp" : "other",
    from: sendersOf(messages),
    date: "",
    name: file.name.slice(0, LABEL),
    text,
    count: chat.ok ? messages.length : 1,
    signs: await signsIn(chat.ok ? messages.map((one) => one.text) : [text]),
    bytes: file,
    sha256: seen.sha256,
    attachments: messages.filter(({ attachment }) => attachment !== null).length,
    packed: 0,
    media: null,
    waits: false,
    textOnly: null,
  });
};

/**
 * Reads a mail, a chat export (also packed with its pictures) or a text file, by its content and not by its name. Parsing is done in the worker; nothing is written.
 * Where the age rules let no picture in, a mail becomes its text alone: what it carries is named and left out.
 * Errors: `message-unreadable` (a picture, an archive, a saved page …), those of `inspect`, and the age codes for a picture spelled out in text.
 */
export const readMessageFile = async (app: App, file: File, about: readonly SubjectKey[]): Promise<Result<ReadMessage, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  const evidence = await app.evidence();
  const seen = await evidence.inspect(file, file.name);
  if (!seen.ok) return seen;
  const code = mediaCode(mailVerdict(view.state, about));
  const isMail = seen.value.type === "message/rfc822" || (seen.value.type === "text/plain" && /\.eml$/iu.test(file.name));
  if (isMail) {
    const mail = await ofMail(evidence, file, seen.value, code);
    // Named like a mail, and no mail: a text.
    if (mail.ok || seen.value.type === "message/rfc822") return mail;
  }
  if (seen.value.type === "application/zip") return ofZip(await evidence.readChatZip(file), file, code);
  return seen.value.type === "text/plain" ? ofText(evidence, file, seen.value, code) : err({ code: "message-unreadable" });
};

/** The same for text that was pasted or typed. A short one is kept in its entry; a chat export or a long one as a file of text. */
export const readMessageText = async (
  app: App,
  text: string,
  given: { readonly channel: Channel; readonly from: string },
  about: readonly SubjectKey[],
): Promise<Result<ReadMessage, AppError>> => {
  const read = await readMessageFile(app, new File([text], "message.txt", { type: "text/plain" }), about);
  if (!read.ok || read.value.channel === "whatsapp") return read;
  const own = { ...read.value, ...given, from: given.from === "" ? read.value.from : given.from };
  // Pasted text is text, also when it looks like the source of a mail.
  if (read.value.channel === "email")
    return ok({ ...own, channel: "email", name: own.bytes === null ? "" : own.textOnly === null ? "message.eml" : own.name });
  return ok(text.length <= EXCERPT ? { ...own, bytes: null, sha256: null, name: "" } : own);
};
