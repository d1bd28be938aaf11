import { carriesMedia } from "../case/media.ts";
import type { ChatMessage, ChatZip } from "../evidence/types.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { ReadMessage } from "./messages-read.ts";
import { signsIn } from "./messages-signs.ts";
import { isShared, type SharedFile } from "./shared.ts";
import type { AppError } from "./types.ts";

/** Longest label the case takes. */
export const LABEL = 400;

/** Who wrote, each once, in the order of their first message. */
export const sendersOf = (messages: readonly ChatMessage[]): string =>
  [...new Set(messages.map(({ from }) => from).filter((from) => from !== ""))].join(", ").slice(0, LABEL);

/**
 * A chat that was packed with its pictures, from what was read of its zip: its text is kept as it lies there. Nothing else is unpacked, whatever the age
 * rules say. A zip of the inbox stays there, sealed, with what may not come in.
 */
export const ofZip = async (
  read: Result<ChatZip, AppError>,
  zip: File | SharedFile,
  code: "media-under-18" | "media-age-unknown" | undefined,
): Promise<Result<ReadMessage, AppError>> => {
  if (!read.ok) return read;
  const { name, text, bytes, sha256, chat, others } = read.value;
  if (code !== undefined && carriesMedia(text)) return err({ code });
  const { messages } = chat;
  return ok({
    channel: "whatsapp",
    from: sendersOf(messages),
    date: "",
    name: name.slice(0, LABEL),
    text,
    count: messages.length,
    signs: await signsIn(messages.map((one) => one.text)),
    bytes,
    sha256,
    attachments: others.length,
    packed: others.length,
    media: code === undefined && others.length > 0 ? { zip, files: others } : null,
    waits: isShared(zip) && code !== undefined && others.length > 0,
    textOnly: code ?? null,
  });
};
