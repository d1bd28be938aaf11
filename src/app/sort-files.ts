import type { Incoming } from "./shared.ts";
import type { App } from "./types.ts";

/** What fits among the messages: a mail, the export of a chat, or a text that may be one. */
export type MessageKind = "mail" | "chat" | "text";
export interface Sorted {
  readonly messages: readonly { readonly file: File; readonly kind: MessageKind }[];
  /** Everything else, in its order. */ readonly files: readonly Incoming[];
}

/** Longest text that is looked into before anybody asked for it, in bytes. */
const TEXT_BYTES = 8 * 1024 * 1024;

const kindOf = async (app: App, file: File): Promise<MessageKind | undefined> => {
  if (/\.eml$/iu.test(file.name) || file.type === "message/rfc822") return "mail";
  // Of a zip only its directory and the text are read, however long it is.
  if (/\.zip$/iu.test(file.name)) return (await (await app.evidence()).readChatZip(file)).ok ? "chat" : undefined;
  if (!/\.txt$/iu.test(file.name) && file.type !== "text/plain") return undefined;
  return file.size <= TEXT_BYTES && (await (await app.evidence()).readChat(file)).ok ? "chat" : "text";
};

/** Which of these files fit better among the messages. Nothing is kept; what waits in the inbox is not opened, and what was taken out of a zip is not asked about again. */
export const sortFiles = async (app: App, given: readonly Incoming[]): Promise<Sorted> => {
  let sorted: Sorted = { messages: [], files: [] };
  for (const file of given) {
    const own = file instanceof File;
    const kind = own ? await kindOf(app, file) : undefined;
    sorted =
      !own || kind === undefined
        ? { ...sorted, files: [...sorted.files, file] }
        : { ...sorted, messages: [...sorted.messages, { file, kind }] };
  }
  return sorted;
};
