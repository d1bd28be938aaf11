import { readFileSync } from "node:fs";
import { BlobReader, BlobWriter, ZipWriter } from "@zip.js/zip.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepMessage, keepMessageFile } from "../../src/app/messages-keep.ts";
import { openMessage, pagesOf, stretchesOf } from "../../src/app/messages-open.ts";
import { readMessageFile, readMessageText } from "../../src/app/messages-read.ts";
import { cutAtSigns, signsIn, toWholeWords } from "../../src/app/messages-signs.ts";
import type { Command } from "../../src/case/commands.ts";
import { evidenceReader } from "../../src/evidence/reader.ts";
import { openedApp, type TestApp } from "./test-app.ts";

const bytesOf = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(`../samples/${name}`, import.meta.url)));
const sample = (name: string): File => new File([bytesOf(name)], name);

const picture = "1".repeat(32);
const aged = (age: "adult" | "under18" | "unknown"): readonly Command[] => [
  { do: "add-picture", picture, label: "blue room" },
  { do: "answer-age", picture, age },
];

const opened = async (...commands: readonly Command[]): Promise<TestApp & { readonly imports: () => number }> => {
  const made = await openedApp({ evidence: async () => evidenceReader });
  for (const command of commands) expect(await made.app.send(command)).toMatchObject({ ok: true });
  const vault = await made.app.vault();
  let count = 0;
  const counting = { ...vault, importFile: (...given: Parameters<typeof vault.importFile>) => ((count += 1), vault.importFile(...given)) };
  return { ...made, app: { ...made.app, vault: async () => counting }, imports: () => count };
};

const messagesOf = ({ app }: TestApp) => {
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return [...view.state.messages.values()];
};

const keptBytes = async (made: TestApp): Promise<Uint8Array> => {
  const { view } = made.app.state();
  const file = messagesOf(made)[0]?.file;
  if (view.at !== "unlocked" || file === undefined || file === null) throw new Error("no file");
  const read = await made.vault.readFile(view.caseId, file);
  if (!read.ok) throw new Error(read.error.code);
  return new Uint8Array(read.value);
};

const withPicture = (): File =>
  new File(
    [
      [
        "From: a@b.example",
        "To: c@d.example",
        "Subject: look",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="x"',
        "",
        "--x",
        "Content-Type: text/plain",
        "",
        "I have this. Pay.",
        "--x",
        "Content-Type: image/png",
        'Content-Disposition: attachment; filename="one.png"',
        "Content-Transfer-Encoding: base64",
        "",
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "--x--",
        "",
      ].join("\r\n"),
    ],
    "threat.eml",
  );

describe("a message from a file", () => {
  test("whatsapp-android.txt: nine stamped lines, its two writers, every byte kept", async () => {
    const made = await opened();
    expect(await keepMessageFile(made.app, sample("whatsapp-android.txt"), ["case"])).toMatchObject({ ok: true });
    expect(messagesOf(made)).toMatchObject([
      { channel: "whatsapp", count: 9, from: "+1 202 555 0143, Ana", name: "whatsapp-android.txt", attachmentsDropped: 0 },
    ]);
    expect(messagesOf(made)[0]?.signs).toContain("extortion-demand");
    expect(await keptBytes(made)).toEqual(bytesOf("whatsapp-android.txt"));
  });

  /** As Android packs a chat: the text, and a picture beside it. */
  const packed = async (): Promise<File> => {
    const zip = new ZipWriter(new BlobWriter("application/zip"), { useWebWorkers: false });
    await zip.add("WhatsApp Chat with Ana.txt", new BlobReader(new Blob([bytesOf("whatsapp-android.txt")])));
    await zip.add("IMG-20261119-WA0003.jpg", new BlobReader(new Blob([bytesOf("threat-chat.png")])));
    return new File([await zip.close()], "WhatsApp Chat with Ana.zip");
  };
  test.each([
    ["adult", null],
    ["under18", "media-under-18"],
    ["unknown", "media-age-unknown"],
  ] as const)("a chat packed with its pictures, age %s: its text to the byte, and nothing else out of the zip", async (age, code) => {
    const made = await opened(...aged(age));
    expect(await readMessageFile(made.app, await packed(), ["case"])).toMatchObject({ ok: true, value: { textOnly: code, packed: 1 } });
    expect(await keepMessageFile(made.app, await packed(), ["case"])).toMatchObject({ ok: true });
    expect(made.imports()).toBe(1);
    expect(messagesOf(made)).toMatchObject([
      {
        channel: "whatsapp",
        count: 9,
        name: "WhatsApp Chat with Ana.txt",
        attachmentsDropped: 1,
        size: bytesOf("whatsapp-android.txt").length,
      },
    ]);
    expect(await keptBytes(made)).toEqual(bytesOf("whatsapp-android.txt"));
  });

  test("extortion.eml of an adult: its signs by name, every byte kept, the same file not twice", async () => {
    const made = await opened(...aged("adult"));
    const first = await keepMessageFile(made.app, sample("extortion.eml"), ["case"]);
    const [kept] = messagesOf(made);
    expect(kept).toMatchObject({ channel: "email", count: 1, from: expect.stringContaining("support@secure-mail.example") });
    for (const sign of ["guarantee", "asks-for-credentials", "photo-identity", "untraceable-payment", "discourages-police"])
      expect(kept?.signs).toContain(sign);
    expect(await keptBytes(made)).toEqual(bytesOf("extortion.eml"));
    expect(await keepMessageFile(made.app, sample("extortion.eml"), ["case"])).toEqual(first);
    expect(made.imports()).toBe(1);
  });

  test.each([
    ["under18", "media-under-18"],
    ["unknown", "media-age-unknown"],
  ] as const)("age %s: a mail with a picture in it becomes its text, and no file is written", async (age, code) => {
    const made = await opened(...aged(age));
    const read = await readMessageFile(made.app, withPicture(), ["case"]);
    expect(read).toMatchObject({ ok: true, value: { textOnly: code, bytes: null, attachments: 1 } });
    expect(await keepMessageFile(made.app, withPicture(), ["case"])).toMatchObject({ ok: true });
    expect(made.imports()).toBe(0);
    const [kept] = messagesOf(made);
    expect(kept).toMatchObject({ file: null, sha256: null, attachmentsDropped: 1 });
    expect(kept?.text).toContain("I have this. Pay.");
    expect(kept?.text).toContain("one.png");
    expect(kept?.text).not.toContain("iVBORw0KGgo");
  });

  test("nobody's age is known while there is no picture: the text alone", async () => {
    const made = await opened();
    await keepMessageFile(made.app, sample("extortion.eml"), ["case"]);
    expect(made.imports()).toBe(0);
    expect(messagesOf(made)).toMatchObject([{ file: null, channel: "email" }]);
  });

  test("a picture, a saved page, an empty file and a picture spelled out in text are refused, nothing is written", async () => {
    const made = await opened(...aged("under18"));
    const page = new File(["<!doctype html><p>x</p>"], "x.txt");
    const spelled = new File([`hello data:image/png;base64,${"A".repeat(400)}`], "x.txt");
    const codes = [];
    for (const file of [sample("threat-chat.png"), page, new File([], "x.txt"), spelled]) {
      const kept = await keepMessageFile(made.app, file, ["case"]);
      codes.push(kept.ok ? "kept" : kept.error.code);
    }
    expect(codes).toEqual(["message-unreadable", "message-unreadable", "file-empty", "media-under-18"]);
    expect(made.imports()).toBe(0);
    expect(messagesOf(made)).toEqual([]);
  });

  test("a write that fails leaves no entry, and the bytes are dropped again", async () => {
    const made = await opened();
    made.vault.fail({ code: "vault-full" });
    const kept = await keepMessageFile(made.app, sample("whatsapp-android.txt"), ["case"]);
    expect(kept).toEqual({ ok: false, error: { code: "vault-full" } });
    expect(messagesOf(made)).toEqual([]);
    const { view } = made.app.state();
    expect(view.at === "unlocked" && (await made.vault.readFile(view.caseId, `${"f".repeat(31)}1`)).ok).toBe(false);
  });
});

describe("a pasted message", () => {
  const given = { channel: "sms", from: "+1 202 555 0143" } as const;

  test("short: in the entry itself; long: the whole text as a file, its start in the entry", async () => {
    const made = await opened();
    for (const text of ["Send me the 6 digit code you just received", "ü😀".repeat(1_500)]) {
      const read = await readMessageText(made.app, text, given, ["case"]);
      expect(read.ok && (await keepMessage(made.app, read.value, ["case"]))).toMatchObject({ ok: true });
    }
    const [short, long] = messagesOf(made);
    expect(short).toMatchObject({ file: null, size: 0, signs: ["asks-for-credentials"], channel: "sms", from: given.from });
    expect(long?.size).toBe(new TextEncoder().encode("ü😀".repeat(1_500)).length);
    expect(long?.text.length).toBeLessThanOrEqual(2_000);
    expect(long?.text.isWellFormed()).toBe(true);
    expect(made.imports()).toBe(1);
  });

  test("a pasted chat export is a chat, whatever was chosen", async () => {
    const made = await opened();
    const text = new TextDecoder().decode(bytesOf("whatsapp-android.txt"));
    expect(await readMessageText(made.app, text, given, ["case"])).toMatchObject({ ok: true, value: { channel: "whatsapp", count: 9 } });
  });
});

describe("signs", () => {
  test("pieces joined are the text, whatever was found, and each found stretch is marked", () => {
    const found = fc.record({ sign: fc.constantFrom("a", "b", "c"), from: fc.nat(60), to: fc.nat(60) });
    fc.assert(
      fc.property(fc.string({ maxLength: 50, unit: "binary" }), fc.array(found, { maxLength: 6 }), (text, signs) => {
        const pieces = cutAtSigns(text, signs);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        let at = 0;
        for (const piece of pieces) {
          const here = signs.filter(({ from, to }) => to <= text.length && from <= at && to >= at + piece.text.length && from < to);
          expect(new Set(piece.signs)).toEqual(new Set(here.map(({ sign }) => sign)));
          at += piece.text.length;
        }
      }),
    );
  });

  test("a stretch never ends inside a word", () => {
    expect(toWholeWords("pay on 14 sites", [{ sign: "a", from: 1, to: 8 }])).toEqual([{ sign: "a", from: 0, to: 9 }]);
    expect(toWholeWords("pay now.", [{ sign: "a", from: 0, to: 7 }])).toEqual([{ sign: "a", from: 0, to: 7 }]);
  });

  test("of a long chat both ends are looked at, and the page has its turn meanwhile", async () => {
    const dull = Array.from({ length: 3_000 }, (_, i) => `See you at number ${String(i)} in the old street, and bring the blue folder.`);
    let turns = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns += 1;
      port2.postMessage(null);
    };
    port2.postMessage(null);
    const signs = await signsIn(["Bitcoin only.", ...dull, "Send me the 6 digit code you just received"]);
    port1.close();
    expect(signs).toEqual(["untraceable-payment", "asks-for-credentials"]);
    expect(turns).toBeGreaterThan(10);
  });

  test("an ordinary message has none", async () => {
    expect(await signsIn(["See you on Thursday at ten. Bring the blue folder."])).toEqual([]);
  });
});

describe("a kept message, opened again", () => {
  const shownOf = async (made: TestApp) => {
    const { view } = made.app.state();
    const [message] = messagesOf(made);
    if (view.at !== "unlocked" || message === undefined) throw new Error("no message");
    const opened = await openMessage(made.app, view.caseId, message);
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  };

  test("a chat is its messages, a mail its text with its head, both from the exact bytes", async () => {
    const chat = await opened();
    await keepMessageFile(chat.app, sample("whatsapp-android.txt"), ["case"]);
    const { parts } = await shownOf(chat);
    expect(parts).toHaveLength(9);
    expect(parts[5]).toMatchObject({ from: "+1 202 555 0143", text: expect.stringContaining("dont tell anyone") });
    const mail = await opened(...aged("adult"));
    await keepMessageFile(mail.app, sample("platform-reply.eml"), ["case"]);
    expect(await shownOf(mail)).toMatchObject({
      mail: { subject: "[#55120] Your report" },
      parts: [{ text: expect.stringContaining("The item has been removed.") }],
    });
  });

  test("what was decrypted goes to the reader as bytes, never as a Blob", async () => {
    const given: unknown[] = [];
    const noting =
      <T>(read: (file: Blob | ArrayBuffer) => T) =>
      (file: Blob | ArrayBuffer): T => (given.push(file), read(file));
    const reader = { ...evidenceReader, readChat: noting(evidenceReader.readChat), readMail: noting(evidenceReader.readMail) };
    const made = await openedApp({ evidence: async () => reader });
    await keepMessageFile(made.app, sample("whatsapp-android.txt"), ["case"]);
    given.length = 0;
    await shownOf(made);
    expect(given.map((file) => file instanceof ArrayBuffer)).toEqual([true]);
  });

  test("where the file is lost, the entry's own text is what there is", async () => {
    const made = await opened();
    await keepMessageFile(made.app, sample("whatsapp-android.txt"), ["case"]);
    const { view } = made.app.state();
    const [message] = messagesOf(made);
    if (view.at !== "unlocked" || message === undefined || message.file === null) throw new Error("no message");
    await made.vault.dropFile(view.caseId, message.file);
    expect(await openMessage(made.app, view.caseId, message)).toEqual({ ok: false, error: { code: "vault-not-found" } });
  });

  test("stretches and pages leave nothing out, and none is longer than a page", () => {
    const part = fc.record({ at: fc.string(), from: fc.string(), text: fc.string({ maxLength: 9_000, unit: "grapheme" }) });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 90 }), (parts) => {
        const pages = pagesOf(parts);
        expect(pages.flatMap((page) => page.map(({ text }) => text)).join("")).toBe(parts.map(({ text }) => text).join(""));
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(40);
          expect(page.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(8_000);
        }
        for (const { text } of parts)
          for (const stretch of stretchesOf(text)) expect(stretch.isWellFormed()).toBe(text.isWellFormed() || stretch.isWellFormed());
      }),
      { numRuns: 30 },
    );
  });
});
