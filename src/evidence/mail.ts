import PostalMime, { type Address, type Email } from "postal-mime";
import { err, ok, type Result } from "../lib/result.ts";
import { htmlToText } from "./html-text.ts";
import { readBytes, type MessageFile } from "./text.ts";
import type { EvidenceError, ParsedMail } from "./types.ts";

/** Header lines that make a text a mail. One is enough: exports by other programs leave most of them out. */
const mailHeader = /^(?:from|to|subject|date|message-id|received|return-path|delivered-to|mime-version):/imu;
/** Longest header block that is read, in bytes. */
const maxHeader = 256 * 1024;

/** Index behind the header block (before the blank line), or -1 when it is longer than may be. */
const headerEnd = (bytes: Uint8Array): number => {
  const limit = Math.min(bytes.length, maxHeader);
  for (let i = 0; i < limit; i++) {
    if (bytes[i] !== 0x0a) continue;
    const next = bytes[i + 1] === 0x0d ? bytes[i + 2] : bytes[i + 1];
    if (next === 0x0a) return i + 1;
  }
  return bytes.length <= maxHeader ? bytes.length : -1;
};

/** The header block as it came; bytes that are no UTF-8 are read as Windows-1252, which loses none. */
const headerText = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

/** `Name <address>`: both, since the name may pretend to be another address. */
const show = (address: Address | undefined): string => {
  if (address === undefined) return "";
  if (address.group !== undefined) return `${address.name}: ${address.group.map(show).join(", ")}`;
  const mailbox = address.address;
  return address.name === "" ? mailbox : mailbox === "" ? address.name : `${address.name} <${mailbox}>`;
};

/** Attached text is the only thing that is surely no picture or recording; HTML can hold pictures written out as `data:` addresses. */
const holdsMedia = (mail: Email): boolean =>
  mail.attachments.some(
    ({ mimeType }) => !/^(?:text\/(?!html)|message\/delivery-status$|application\/(?:pgp-signature|pkcs7-signature|ics)$)/u.test(mimeType),
  ) || /data:(?:image|video|audio|application)\//iu.test(`${mail.html ?? ""}${mail.text ?? ""}`);

/** The value of the first `date:` line as written; postal-mime would turn it into another form. */
const rawHeader = (headers: string, name: string): string => {
  const found = new RegExp(String.raw`^${name}:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)`, "imu").exec(headers);
  return (found?.[1] ?? "").replaceAll(/\r?\n[ \t]+/gu, " ").trim();
};

/**
 * Reads one mail (RFC 5322, MIME) inside the worker. Nothing is fetched, rendered or run; attachments are named and dropped; encoded words are decoded;
 * an HTML-only mail is turned into text with its link targets. Bounds: 48 MiB, header block 256 KiB, 40 levels of parts, 3 of forwarded mails.
 * `message-unreadable`: it is no mail, or beyond the bounds; keep it as a file.
 */
export const readMail = async (file: MessageFile): Promise<Result<ParsedMail, EvidenceError>> => {
  const read = await readBytes(file);
  if (!read.ok) return read;
  const end = headerEnd(read.value);
  if (end < 0) return err({ code: "message-unreadable" });
  const headers = headerText(read.value.subarray(0, end)).replace(/^\uFEFF/u, "");
  if (!mailHeader.test(headers)) return err({ code: "message-unreadable" });
  try {
    const mail = await PostalMime.parse(read.value, { maxNestingDepth: 40, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 3 });
    const plain = mail.text ?? "";
    return ok({
      from: show(mail.from),
      to: (mail.to ?? []).map(show).join(", "),
      subject: mail.subject ?? "",
      date: rawHeader(headers, "date"),
      headers,
      text: plain.trim() === "" ? htmlToText(mail.html ?? "") : plain.replaceAll("\r\n", "\n"),
      attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
        name: filename ?? "",
        type: mimeType,
        size: typeof content === "string" ? content.length : content.byteLength,
      })),
      holdsMedia: holdsMedia(mail),
    });
  } catch {
    // The library throws on input beyond its bounds; what it says may quote the mail.
    return err({ code: "message-unreadable" });
  }
};
