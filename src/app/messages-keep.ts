import type { Command } from "../case/commands.ts";
import type { Id, SubjectKey } from "../case/events.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { wouldAccept } from "./intake.ts";
import { EXCERPT, readMessageFile, type ReadMessage } from "./messages-read.ts";
import type { App, AppError } from "./types.ts";
import { dropUnnamed } from "./unnamed-file.ts";

/** Cut where no character is cut in two. */
const startOf = (text: string): string => {
  const start = text.slice(0, EXCERPT);
  return /[\uD800-\uDBFF]$/u.test(start) ? start.slice(0, -1) : start;
};

/** The message that holds exactly these bytes already, or, where its entry is all of it, that came in with exactly this text; if there is one. */
export const messageWith = (app: App, { sha256, channel, text, textOnly }: ReadMessage): Id | undefined => {
  const { view } = app.state();
  if (view.at !== "unlocked") return undefined;
  const known = [...view.state.messages.values()];
  // Short words may well come twice. The text of a mail that still waits is the same one each time.
  if (sha256 === null)
    return textOnly === null ? undefined : known.find((one) => one.file === null && one.channel === channel && one.text === text)?.id;
  return known.find((one) => one.sha256 === sha256)?.id;
};

/**
 * Keeps a message that was read: `decide` is asked first, then the exact bytes are written, then the entry that names them.
 * Answers its id; the id of the one that is there already when the same bytes were kept before. A file that no entry names is dropped again.
 */
export const keepMessage = async (app: App, read: ReadMessage, about: readonly SubjectKey[]): Promise<Result<Id, AppError>> => {
  const known = messageWith(app, read);
  if (known !== undefined) return ok(known);
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  const message = app.newId();
  const { channel, from, name, count, signs, sha256, bytes } = read;
  const add = (file: Id | null): Command => ({
    do: "add-message",
    message,
    channel,
    from,
    file,
    name,
    sha256,
    size: bytes === null ? 0 : bytes instanceof ArrayBuffer ? bytes.byteLength : bytes.size,
    text: startOf(read.text),
    count,
    signs,
    attachmentsDropped: read.textOnly === null ? read.packed : read.attachments,
    about,
  });
  const allowed = wouldAccept(app, add(bytes === null ? null : app.newId()));
  if (!allowed.ok) return allowed;
  if (bytes === null) {
    const sent = await app.send(add(null), view.caseId);
    return sent.ok ? ok(message) : sent;
  }
  const vault = await app.vault();
  const stored = await vault.importFile(view.caseId, bytes);
  if (!stored.ok) return stored;
  const { file } = stored.value;
  // Changed between the two readings: what was asked about is not what was written.
  const sent = stored.value.sha256 === sha256 ? await app.send(add(file), view.caseId) : err({ code: "file-unreadable" } as const);
  if (sent.ok) return ok(message);
  await dropUnnamed(app, view.caseId, file, sent.error);
  return sent;
};

/** Reads one file and keeps it as a message about these subjects, without asking anything. What the report screen does with an answer. */
export const keepMessageFile = async (app: App, file: File, about: readonly SubjectKey[]): Promise<Result<Id, AppError>> => {
  const read = await readMessageFile(app, file, about);
  return read.ok ? keepMessage(app, read.value, about) : read;
};
