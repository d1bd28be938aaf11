import { attachmentOf } from "./chat-attachment.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { decodeText, readBytes, type MessageFile } from "./text.ts";
import type { ChatMessage, EvidenceError, ParsedChat } from "./types.ts";

/** Marks of writing direction that WhatsApp puts around stamps, by the phone's language. */
const mark = String.raw`[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]`;
const date = String.raw`\p{Nd}{1,4}${mark}?(?:[./-]|[年월月.] ?|\. )${mark}?\p{Nd}{1,2}${mark}?(?:[./-]|[年월月.] ?|\. )${mark}?\p{Nd}{1,4}[日일.]?`;
/** At most twelve letters or signs between date and time (", ", " at ", " à ", " um ", "، ", " 下午"). */
const between = String.raw`[^\p{Nd}\r\n\]]{1,12}`;
const time = String.raw`\p{Nd}{1,2}[:.]\p{Nd}{2}(?:[:.]\p{Nd}{2})?(?:[\s\u202F]?[^\p{Nd}\s\]:-]{1,8}(?:[\s\u00A0\u202F][^\p{Nd}\s\]:-]{1,4})?)?`;
const shapes = {
  "whatsapp-ios": new RegExp(String.raw`^${mark}{0,3}\[(${date}${between}${time})${mark}?\] ?`, "u"),
  "whatsapp-android": new RegExp(String.raw`^${mark}{0,3}(${date}${between}${time})${mark}? [-–] `, "u"),
} as const;
/** No stamp is longer; only so much of a line is searched for one. */
const stampLength = 80;

const stampOf = (line: string, shape: ParsedChat["shape"]): { readonly at: string; readonly rest: string } | undefined => {
  const found = shapes[shape].exec(line.slice(0, stampLength));
  return found === null ? undefined : { at: found[1] ?? "", rest: line.slice(found[0].length) };
};

/** "Name: text"; lines without that are the system's. A quoted title with a colon ("… the group "Trip: Rome"") is not a name. */
const split = (rest: string): { readonly from: string; readonly text: string } => {
  const named = /^([^:\r\n"“„«][^:\r\n"“„«]{0,199}):(?: |$)/u.exec(rest);
  return named === null ? { from: "", text: rest } : { from: named[1] ?? "", text: rest.slice(named[0].length) };
};

/**
 * Reads a WhatsApp export of either shape, in any of the date formats that phones write. Stamps, senders and texts stay exactly as written,
 * WhatsApp's own marks included: a mark before a text shows that WhatsApp wrote it and not the sender. Lines without a stamp belong to the message before them.
 * An export cannot tell a stamp inside a message from a real one; neither can this. undefined when no line has a stamp.
 * Line ends become "\n". Linear in the length.
 */
export const parseChat = (text: string): ParsedChat | undefined => {
  const lines = text.split(/\r\n|\n|\r/u);
  if (lines.at(-1) === "") lines.pop();
  const shape = (["whatsapp-ios", "whatsapp-android"] as const).find((s) =>
    lines.slice(0, 50).some((line) => stampOf(line, s) !== undefined),
  );
  if (shape === undefined) return undefined;
  const groups: { readonly at: string; readonly lines: string[] }[] = [];
  const preamble: string[] = [];
  for (const line of lines) {
    const stamp = stampOf(line, shape);
    if (stamp !== undefined) groups.push({ at: stamp.at, lines: [stamp.rest] });
    else (groups.at(-1)?.lines ?? preamble).push(line);
  }
  const messages = groups.map((group): ChatMessage => {
    const { from, text: body } = split(group.lines.join("\n"));
    return { at: group.at, from, text: body, attachment: attachmentOf(body, shape) };
  });
  return { shape, messages, preamble: preamble.join("\n") };
};

/** Reads a chat export from a file (UTF-8, or UTF-16 with its mark). `message-unreadable`: keep it as a file. */
export const readChat = async (file: MessageFile): Promise<Result<ParsedChat, EvidenceError>> => {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value);
  const chat = text === undefined ? undefined : parseChat(text);
  return chat === undefined ? err({ code: "message-unreadable" }) : ok(chat);
};
