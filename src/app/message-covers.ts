import { hex, utf8 } from "../lib/bytes.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { Message } from "../case/state.ts";
import type { App, AppError } from "./types.ts";

/** What stands for a covered passage: always the same, so that it does not tell how long the passage was. */
export const blocks = "█".repeat(8);

/** A stretch of a text, in UTF-16 units; `to` is the first one after it. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

const isSpace = (text: string, at: number): boolean => /\s/u.test(text.charAt(at));

/**
 * The passage as it is covered: whole words, since half a word tells the rest and its length. Undefined where it has no word in it.
 */
export const wholeWords = (text: string, { from, to }: Passage): Passage | undefined => {
  let start = Math.max(0, Math.min(from, to));
  let end = Math.min(text.length, Math.max(from, to));
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  if (start === end) return undefined;
  while (start > 0 && !isSpace(text, start - 1)) start--;
  while (end < text.length && !isSpace(text, end)) end++;
  return { from: start, to: end };
};

/** Passages in order; those that touch or have only space between them are one, or their number would tell of what is between. */
const joined = (text: string, passages: readonly Passage[]): readonly Passage[] => {
  const out: Passage[] = [];
  for (const next of passages.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last !== undefined && text.slice(last.to, next.from).trim() === "" && !text.slice(last.to, next.from).includes("\n"))
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else out.push(next);
  }
  return out;
};

/** The text with its passages covered. Each becomes the same run of blocks, however long it was. */
export const coveredText = (text: string, passages: readonly Passage[]): string => {
  let out = "";
  let at = 0;
  for (const { from, to } of joined(text, passages)) {
    out += text.slice(at, from) + blocks;
    at = to;
  }
  return out + text.slice(at);
};

/** Keeps the covered text beside the message, which stays as it is; it goes in place of it from now on. */
export const coverMessage = async (app: App, message: Message, passages: readonly Passage[]): Promise<Result<null, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  const text = coveredText(message.text, passages);
  if (text === message.text) return ok(null);
  const digest = await crypto.subtle.digest("SHA-256", utf8(message.text));
  return app.send({ do: "cover-message", message: message.id, text, original: hex(new Uint8Array(digest)) }, view.caseId);
};
