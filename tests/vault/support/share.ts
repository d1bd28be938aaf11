import { expect } from "vitest";
import { wholeSealer } from "../../../src/crypto/sealed-box.ts";
import { inboxLock, openInbox, type InboxItem } from "../../../src/vault/inbox.ts";

/** What the service worker does with one share; answers nothing when there is no inbox. */
export const share = async (name: string, use: (begin: (name: string, type?: string) => InboxItem) => Promise<void>): Promise<boolean> =>
  navigator.locks.request(inboxLock(name), async () => {
    const inbox = await openInbox(name, async () => wholeSealer);
    if (inbox === undefined) return false;
    await use((file, type = "image/png") => inbox.begin({ name: file, type, words: false }));
    inbox.close();
    return true;
  });
/** A file of these bytes. */
export const send = (name: string, file: string, content: Uint8Array, type?: string): Promise<boolean> =>
  share(name, async (begin) => {
    const item = begin(file, type);
    for (let at = 0; at < content.length; at += 65_536) expect(await item.add(content.subarray(at, at + 65_536))).toBeUndefined();
    expect(await item.end()).toBeUndefined();
  });
