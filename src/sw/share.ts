import type { SealOnly } from "../crypto/seal-only.ts";
import { utf8 } from "../lib/bytes.ts";
import type { ShareOutcome } from "../lib/share-target.ts";
import { inboxLimits, inboxLock, openInbox, type Inbox, type InboxItem, type NotKept } from "../vault/inbox.ts";
import { boundaryOf, multipartParser, type MultipartEvent } from "./multipart.ts";

/** Kinds that public/manifest.webmanifest names. What lies in a file is looked at after unlocking. */
const kinds = /^(?:image|video|audio)\/[\w.+-]+$|^(?:application\/(?:pdf|zip|x-zip-compressed)|text\/plain|message\/rfc822)$/u;
const endings = /\.(?:eml|txt|zip|pdf)$/iu;
/** Some apps give no type, or one that says nothing; the ending then has to do. */
const isTaken = (type: string, name: string): boolean =>
  kinds.test(type) || (/^(?:application\/octet-stream)?$/u.test(type) && endings.test(name));

const wordFields: ReadonlySet<string> = new Set(["title", "text", "url"]);

export interface ShareDeps {
  /** Name of the vault's database. */ readonly name: string;
  readonly sealer: () => Promise<SealOnly>;
}

/**
 * A page of another site can send the same request as the share sheet, in a window of its own. The browser hides from a service worker where a
 * request came from, all but `Origin`: with a site's name in it, it was a page, and nothing is kept. Without, it may still have been one that hides
 * its name; so what comes in only waits, and is shown as something that came from outside.
 */
const isFromPage = (request: Request): boolean => /^https?:/iu.test(request.headers.get("origin") ?? "");

/**
 * Takes in what the share sheet sends (Web Share Target). The body is read as a stream and never as `formData()`, which would put a large share on the
 * disk in the clear. Resolves when all that is kept is durable.
 */
export const takeShare = async (request: Request, { name, sealer }: ShareDeps): Promise<ShareOutcome> => {
  const boundary = boundaryOf(request.headers.get("content-type"));
  if (boundary === undefined || request.body === null || isFromPage(request)) return "none";
  const { body } = request;
  return navigator.locks.request(inboxLock(name), async () => {
    const inbox = await openInbox(name, sealer);
    if (inbox === undefined) return "none";
    try {
      return await readShare(body, boundary, inbox);
    } finally {
      inbox.close();
    }
  });
};

const readShare = async (body: ReadableStream<Uint8Array>, boundary: string, inbox: Inbox): Promise<ShareOutcome> => {
  const parser = multipartParser(boundary);
  const share = receiveParts(inbox);
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const event of parser.feed(value)) await share.take(event);
      if (share.isOver()) break;
    }
  } catch {
    // Whoever sent it has gone, or the file went away under it: what is whole is kept.
  }
  await reader.cancel().catch(() => undefined);
  return share.end();
};

const receiveParts = (inbox: Inbox) => {
  const words: string[] = [];
  let wordBytes = 0;
  let kept = 0;
  let lost = 0;
  let parts = 0;
  let current: { readonly item: InboxItem; readonly isNamed: boolean; size: number; why?: NotKept } | undefined;
  let text: { readonly decoder: TextDecoder; said: string } | undefined;

  const take = async (event: MultipartEvent): Promise<void> => {
    if (event.is === "part") {
      current = undefined;
      text = undefined;
      if (event.file === null) {
        if (wordFields.has(event.name)) text = { decoder: new TextDecoder(), said: "" };
        return;
      }
      parts += 1;
      if (parts > inboxLimits.notes) return;
      current = { item: inbox.begin({ name: event.file, type: event.type, words: false }), isNamed: event.file !== "", size: 0 };
      if (parts > inboxLimits.items) current.why = "too-many";
      // An empty chooser sends one part without a name; that is no file.
      else if (event.file !== "" && !isTaken(event.type, event.file)) current.why = "wrong-kind";
    } else if (event.is === "data") {
      if (text !== undefined && wordBytes <= inboxLimits.words) {
        wordBytes += event.bytes.length;
        text.said += text.decoder.decode(event.bytes, { stream: true });
      }
      if (current === undefined) return;
      current.size += event.bytes.length;
      if (current.why === undefined) {
        const why = await current.item.add(event.bytes);
        if (why !== undefined) current.why = why;
      }
    } else {
      if (text !== undefined && text.said.trim() !== "") words.push(text.said);
      text = undefined;
      const ended = current;
      current = undefined;
      if (ended === undefined || (!ended.isNamed && ended.size === 0)) return;
      const why = ended.why ?? (await ended.item.end());
      if (why === undefined) kept += 1;
      else {
        lost += 1;
        await ended.item.refuse(why);
      }
    }
  };
  return {
    take,
    isOver: () => parts > inboxLimits.notes,
    end: async (): Promise<ShareOutcome> => {
      if (current !== undefined) {
        lost += 1;
        await current.item.refuse("cut");
      }
      if (parts > inboxLimits.notes) lost += 1;
      if (words.length > 0) {
        const item = inbox.begin({ name: "", type: "text/plain", words: true });
        const why = (await item.add(utf8(words.join("\n")))) ?? (await item.end());
        if (why === undefined) kept += 1;
        else lost += 1;
      }
      return kept === 0 ? "none" : lost === 0 ? "kept" : "part";
    },
  };
};
