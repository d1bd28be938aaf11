import { BlobReader, BlobWriter, TextReader, ZipWriter } from "@zip.js/zip.js";
import { describe, expect, test } from "vitest";
import { maxUnpacked, readChatZip, takeFromZip } from "../../src/evidence/chat-zip.ts";
import { parseChat } from "../../src/evidence/chat.ts";
import android from "../samples/whatsapp-android.txt?raw";
import ios from "../samples/whatsapp-ios.txt?raw";
import { chatZip } from "./seeds.ts";

const picture = new Blob([Uint8Array.from({ length: 5000 }, (_, i) => (i * i) >>> 3)]);
const bytesOf = async (part: Blob | ArrayBuffer): Promise<Uint8Array> =>
  new Uint8Array(part instanceof Blob ? await part.arrayBuffer() : part);
const valueOf = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } },
): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const digestOf = async (text: string): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
const refused = (code: string) => ({ ok: false, error: { code } });

describe("what phones pack", () => {
  test.each([
    ["Android", "WhatsApp Chat with Ana.txt", android, "IMG-20261119-WA0003.jpg"],
    ["an iPhone", "_chat.txt", ios, "00000012-PHOTO-2026-11-19-21-15-44.jpg"],
  ])("%s: the text right to the byte, the rest by name and only on demand", async (_, name, text, media) => {
    const zip = await chatZip(name, text, [[media, picture]]);
    const read = valueOf(await readChatZip(zip));
    expect({ ...read, bytes: new TextDecoder("utf-8", { ignoreBOM: true }).decode(read.bytes) }).toEqual({
      name,
      bytes: text,
      sha256: await digestOf(text),
      text: text.replace(/^\uFEFF/u, ""),
      chat: parseChat(text),
      others: [{ index: 1, name: media, size: picture.size }],
    });
    expect(await bytesOf(valueOf(await takeFromZip(zip, 1)))).toEqual(await bytesOf(picture));
  });

  test("files that are only stored are a part of the zip, whatever their length", async () => {
    const zip = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level: 0 });
    await zip.add("folder/", new TextReader(""), { directory: true });
    await zip.add("folder/video.mp4", new BlobReader(picture));
    await zip.add("folder/_chat.txt", new TextReader(ios));
    await zip.add("__MACOSX/folder/._video.mp4", new TextReader("x"));
    const file = await zip.close();
    const read = valueOf(await readChatZip(file));
    expect(read.others).toEqual([{ index: 0, name: "video.mp4", size: picture.size }]);
    const taken = valueOf(await takeFromZip(file, 0));
    expect(taken).toBeInstanceOf(Blob);
    expect(await bytesOf(taken)).toEqual(await bytesOf(picture));
  });

  test("another text is no chat, and the chat is found beside it", async () => {
    const zip = await chatZip("a note.txt", "only a note", [["WhatsApp Chat with Ana.txt", new Blob([android])]]);
    expect(valueOf(await readChatZip(zip))).toMatchObject({ name: "WhatsApp Chat with Ana.txt", others: [{ name: "a note.txt" }] });
  });
});

describe("refused in words", () => {
  test("no zip, a zip without a chat, an encrypted one", async () => {
    expect(await readChatZip(new Blob([android]))).toEqual(refused("message-unreadable"));
    expect(await readChatZip(await chatZip("a.txt", "dear diary"))).toEqual(refused("message-unreadable"));
    const locked = new ZipWriter(new BlobWriter(), { useWebWorkers: false, password: "x" });
    await locked.add("_chat.txt", new TextReader(ios));
    expect(await readChatZip(await locked.close())).toEqual(refused("message-unreadable"));
  });

  test("a file that says a size it does not have", async () => {
    const bytes = new Uint8Array(await (await chatZip("_chat.txt", ios)).arrayBuffer());
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, view.getUint32(directory + 24, true) - 1, true);
    expect(await readChatZip(new Blob([bytes]))).toEqual(refused("message-unreadable"));
  });

  test("data that was changed does not pass the zip's own sum", async () => {
    const file = await chatZip("_chat.txt", ios, [["a.bin", new Blob([new Uint8Array(70_000).map((_, i) => i * 31)])]]);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    const second = directory + 46 + "_chat.txt".length + new DataView(bytes.buffer).getUint16(directory + 30, true);
    bytes[second + 16] = (bytes[second + 16] ?? 0) ^ 1;
    expect(await takeFromZip(new Blob([bytes]), 1)).toEqual(refused("file-unreadable"));
    expect((await readChatZip(new Blob([bytes]))).ok).toBe(true);
  });

  test("a small zip that unpacks to more than fits into memory is not unpacked", async () => {
    const zeros = new Blob(Array.from({ length: 66 }, () => new Uint8Array(1024 * 1024)));
    const zip = await chatZip("_chat.txt", ios, [["bomb.mp4", zeros]]);
    expect(zip.size).toBeLessThan(200_000);
    expect(zeros.size).toBeGreaterThan(maxUnpacked);
    expect(valueOf(await readChatZip(zip)).others[0]?.size).toBe(zeros.size);
    expect(await takeFromZip(zip, 1)).toEqual(refused("file-too-large"));
    // The same, but it says that it is small.
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    const second = directory + 46 + "_chat.txt".length + view.getUint16(directory + 30, true);
    view.setUint32(second + 24, 1000, true);
    expect(await takeFromZip(new Blob([bytes]), 1)).toEqual(refused("file-unreadable"));
  });

  test("files that share their bytes", async () => {
    const bytes = new Uint8Array(await (await chatZip("_chat.txt", ios, [["a.txt", new Blob([ios])]])).arrayBuffer());
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    const second = directory + 46 + "_chat.txt".length + view.getUint16(directory + 30, true);
    view.setUint32(second + 42, view.getUint32(directory + 42, true), true);
    expect(await readChatZip(new Blob([bytes]))).toEqual(refused("message-unreadable"));
  });
});
