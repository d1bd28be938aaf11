import { dropShared, readInbox, readShared, switchInbox } from "./inbox-items.ts";
import type { Vault } from "./types.ts";
import type { OnOpen } from "./ways-calls.ts";

/** What the page may ask about what was shared; all but the filing. */
export const inboxCalls = (name: string, onOpen: OnOpen): Pick<Vault, "inbox" | "switchInbox" | "readShared" | "dropShared"> => ({
  inbox: () => onOpen((open) => readInbox(open, name)),
  switchInbox: (isOn) => onOpen((open) => switchInbox(open, name, isOn)),
  readShared: (item) => onOpen((open) => readShared(open, item)),
  dropShared: (items) => onOpen((open) => dropShared(open, name, items)),
});
