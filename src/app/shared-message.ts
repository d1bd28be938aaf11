import type { SubjectKey } from "../case/events.ts";
import { mailVerdict, mediaCode } from "../case/media.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { readMessageFile, type ReadMessage } from "./messages-read.ts";
import { ofZip } from "./messages-zip.ts";
import { sharedFile, sharedKind } from "./shared.ts";
import type { App, AppError } from "./types.ts";

/**
 * Reads a text, a mail (at most 4 MiB) or the zip of a chat that waits in the inbox, as `readMessageFile` reads one that was chosen. Of a zip only the text
 * leaves the worker. Nothing is written, and the item stays. Errors: `vault-not-found` (it waits no more), and those of reading.
 */
export const readSharedMessage = async (app: App, id: string, about: readonly SubjectKey[]): Promise<Result<ReadMessage, AppError>> => {
  const vault = await app.vault();
  const inbox = await vault.inbox();
  if (!inbox.ok) return inbox;
  const item = inbox.value.items.find((one) => one.item === id && one.notKept === null);
  if (item === undefined) return err({ code: "vault-not-found" });
  const reader = await app.shared();
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  if (sharedKind(item) === "zip") {
    const code = mediaCode(mailVerdict(view.state, about));
    return ofZip(await reader.readChatZip(id, code ?? null), sharedFile(item), code);
  }
  const bytes = await vault.readShared(id);
  if (!bytes.ok) return bytes;
  const file = new File([bytes.value], item.name === "" ? "shared.txt" : item.name, { type: item.type });
  const read = await readMessageFile(app, file, about);
  return read.ok ? ok({ ...read.value, waits: read.value.textOnly !== null }) : read;
};
