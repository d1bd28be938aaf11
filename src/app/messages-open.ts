import type { Message } from "../case/state.ts";
import type { ParsedMail } from "../evidence/types.ts";
import { ok, type Result } from "../lib/result.ts";
import type { App, AppError } from "./types.ts";

/** One message of a chat, or a stretch of a longer text. */
export interface ShownPart {
  /** As written; "" where there is none. */ readonly at: string;
  readonly from: string;
  readonly text: string;
}
export interface ShownMessage {
  readonly parts: readonly ShownPart[];
  /** Head of a mail that is kept whole. */
  readonly mail: Pick<ParsedMail, "to" | "subject" | "date" | "attachments"> | null;
}

/** Longest stretch of a text without heads, in UTF-16 units: what a person reads as one part. */
const STRETCH = 2_000;
/** A page ends after so many parts, or so many units. */
const PAGE_PARTS = 40;
const PAGE_UNITS = 8_000;

/** Where to cut: after the last line break, else the last space, else before half a character. */
const cutOf = (text: string): number => {
  if (text.length <= STRETCH) return text.length;
  const start = text.slice(0, STRETCH);
  const at = Math.max(start.lastIndexOf("\n"), start.lastIndexOf(" "));
  return at > STRETCH / 2 ? at + 1 : /[\uD800-\uDBFF]$/u.test(start) ? STRETCH - 1 : STRETCH;
};

/** A text in stretches; joined they are the text. */
export const stretchesOf = (text: string): readonly string[] => {
  const stretches: string[] = [];
  for (let rest = text; rest !== "";) {
    const cut = cutOf(rest);
    stretches.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return stretches;
};

/** Parts in pages of a size that a phone draws at once; none is left out, and there is always one page. */
export const pagesOf = (parts: readonly ShownPart[]): readonly (readonly ShownPart[])[] => {
  const pages: ShownPart[][] = [[]];
  let units = 0;
  for (const part of parts.flatMap((one) => (one.text === "" ? [one] : stretchesOf(one.text).map((text) => ({ ...one, text }))))) {
    const last = pages.at(-1);
    if (last === undefined || last.length >= PAGE_PARTS || (last.length > 0 && units + part.text.length > PAGE_UNITS)) {
      pages.push([part]);
      units = part.text.length;
    } else {
      last.push(part);
      units += part.text.length;
    }
  }
  return pages;
};

const plain = (text: string): ShownMessage => ({ parts: [{ at: "", from: "", text }], mail: null });

/** How a message begins, from its entry alone. */
export const startOfMessage = ({ text }: Message): ShownMessage => plain(text);

/** Reads the exact bytes again and parses them as they were when they came in; a message without a file is its text. */
export const openMessage = async (app: App, caseId: string, message: Message): Promise<Result<ShownMessage, AppError>> => {
  if (message.file === null) return ok(startOfMessage(message));
  const read = await (await app.vault()).readFile(caseId, message.file);
  if (!read.ok) return read;
  const evidence = await app.evidence();
  if (message.channel === "whatsapp") {
    const chat = await evidence.readChat(read.value);
    if (chat.ok) {
      const { messages, preamble } = chat.value;
      return ok({ parts: [...(preamble === "" ? [] : [{ at: "", from: "", text: preamble }]), ...messages], mail: null });
    }
  }
  if (message.channel === "email" && !/\.txt$/iu.test(message.name)) {
    const mail = await evidence.readMail(read.value);
    if (mail.ok) return ok({ ...plain(mail.value.text), mail: mail.value });
  }
  const { decodeText } = await import("../evidence/text.ts");
  return ok(plain(decodeText(new Uint8Array(read.value)) ?? message.text));
};
