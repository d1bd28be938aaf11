import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseChat, readChat } from "../../src/evidence/chat.ts";
import android from "../samples/whatsapp-android.txt?raw";
import ios from "../samples/whatsapp-ios.txt?raw";

const them = "+1 202 555 0143";

test("the Android sample, right to the character", () => {
  expect(parseChat(android)).toEqual({
    shape: "whatsapp-android",
    preamble: "",
    messages: [
      {
        at: "11/19/26, 9:14 PM",
        from: "",
        text: "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them.",
        attachment: null,
      },
      { at: "11/19/26, 9:14 PM", from: them, text: "hi Ana", attachment: null },
      {
        at: "11/19/26, 9:15 PM",
        from: them,
        text: "I have the video. 500 by tonight or it goes to your boss and your mum",
        attachment: null,
      },
      { at: "11/19/26, 9:15 PM", from: them, text: "IMG-20261119-WA0003.jpg (file attached)", attachment: "IMG-20261119-WA0003.jpg" },
      { at: "11/19/26, 9:17 PM", from: "Ana", text: "who is this", attachment: null },
      {
        at: "11/19/26, 9:18 PM",
        from: them,
        text: "bitcoin only\nbc1qexampleexampleexampleexample0000000000\ndont tell anyone",
        attachment: null,
      },
      { at: "11/19/26, 9:20 PM", from: "Ana", text: "This message was deleted", attachment: null },
      { at: "11/19/26, 9:31 PM", from: them, text: "<Media omitted>", attachment: null },
      { at: "11/19/26, 9:58 PM", from: them, text: "last chance. come to telegram now @grey_harbor_42", attachment: null },
    ],
  });
});

test("the iOS sample, right to the character", () => {
  expect(parseChat(ios)).toEqual({
    shape: "whatsapp-ios",
    preamble: "",
    messages: [
      { at: "19.11.26, 21:14:03", from: them, text: "\u200EMessages and calls are end-to-end encrypted.", attachment: null },
      { at: "19.11.26, 21:14:03", from: them, text: "hi Ana", attachment: null },
      {
        at: "19.11.26, 21:15:40",
        from: them,
        text: "I have the video. 500 by tonight or it goes to your boss and your mum",
        attachment: null,
      },
      {
        at: "19.11.26, 21:15:44",
        from: them,
        text: "\u200E<attached: 00000012-PHOTO-2026-11-19-21-15-44.jpg>",
        attachment: "00000012-PHOTO-2026-11-19-21-15-44.jpg",
      },
      { at: "19.11.26, 21:18:02", from: them, text: "bitcoin only\nbc1qexampleexampleexampleexample0000000000", attachment: null },
      { at: "19.11.26, 21:20:11", from: "Ana", text: "\u200EYou deleted this message.", attachment: null },
    ],
  });
});

describe("stamps that phones write", () => {
  test.each([
    "11/19/26, 9:14 PM",
    "11/19/26, 9:14\u202FPM",
    "19/11/2026, 21:14",
    "19/11/2026 21:14",
    "19.11.26, 21:14",
    "2026-11-19, 21:14",
    "2026-11-19, 9:14 p.m.",
    "19/11/26, 9:14 p. m.",
    "19/11/26 9:14 a.\u00A0m.",
    "19/11/2026 à 21:14",
    "19.11.2026 um 21:14",
    "19.11.2026 klo 21.14",
    "19/11/26 21.14",
    "2026/11/19 下午9:14",
    "2026. 11. 19. 오후 9:14",
    "2026年11月19日 21:14",
    "٢٠٢٦/١١/١٩، ٩:١٤ م",
    "١٩\u200F/١١\u200F/٢٠٢٦، ٩:١٤ م",
  ])("%s", (at) => {
    const want = { at, from: "Ana", text: "hi: there", attachment: null };
    expect(parseChat(`${at} - Ana: hi: there\r\n`)).toEqual({ shape: "whatsapp-android", preamble: "", messages: [want] });
    expect(parseChat(`\uFEFF\u200E[${at}] Ana: hi: there`)).toEqual({ shape: "whatsapp-ios", preamble: "", messages: [want] });
  });
});

describe("odd lines", () => {
  const one = (line: string) => parseChat(`11/19/26, 9:14 PM - ${line}`)?.messages[0];
  test("a document keeps its own name, a caption stands below", () => {
    expect(one("Ana: my contract (final).pdf (file attached)\nsee page 3")).toMatchObject({
      attachment: "my contract (final).pdf",
      text: "my contract (final).pdf (file attached)\nsee page 3",
    });
    expect(one("Ana: IMG-20261119-WA0003.jpg (Datei angehängt)")?.attachment).toBe("IMG-20261119-WA0003.jpg");
  });
  test("words in brackets are no attachment", () => expect(one("Ana: notes.txt (old)")?.attachment).toBeNull());
  test("what somebody typed like an iOS attachment is none", () =>
    expect(parseChat("[19.11.26, 21:14:03] Ana: see <x: y.jpg>")?.messages[0]?.attachment).toBeNull());
  test("an attachment in another language", () =>
    expect(parseChat("[19.11.26, 21:14:03] Ana: \u200E<Anhang: 0001-PHOTO.jpg>")?.messages[0]?.attachment).toBe("0001-PHOTO.jpg"));
  test("a group title with a colon is no sender", () =>
    expect(one('Ana changed the group name to "Trip: Rome"')).toMatchObject({
      from: "",
      text: 'Ana changed the group name to "Trip: Rome"',
    }));
  test("an empty message", () => expect(one("Ana:")).toMatchObject({ from: "Ana", text: "" }));
  test("blank lines inside a message stay", () => expect(one("Ana: a\n\n\nb\n\n")?.text).toBe("a\n\n\nb\n"));
  test("lines before the first message are kept", () =>
    expect(parseChat("Chat with Ana\n\n11/19/26, 9:14 PM - Ana: x")?.preamble).toBe("Chat with Ana\n"));
  test.each(["", "hello", "12.11.26 see you", "https://a.example/x", "{}"])("%j is no chat", (text) =>
    expect(parseChat(text)).toBeUndefined(),
  );
});

describe("files", () => {
  const utf16 = (text: string): Blob => {
    const units = new Uint16Array(text.length + 1);
    units[0] = 0xfeff;
    for (let i = 0; i < text.length; i++) units[i + 1] = text.charCodeAt(i);
    return new Blob([units]);
  };
  test("UTF-8 and UTF-16 give the same", async () => {
    const a = await readChat(new Blob([ios]));
    expect(a.ok && a.value.messages.length).toBe(6);
    expect(await readChat(utf16(ios))).toEqual(a);
    expect(await readChat(new Blob(["\uFEFF", ios]))).toEqual(a);
    expect(await readChat(new TextEncoder().encode(ios).buffer)).toEqual(a);
  });
  test.each([
    ["nothing", new Blob([]), "file-empty"],
    ["no bytes", new ArrayBuffer(0), "file-empty"],
    ["more bytes than are read", new ArrayBuffer(48 * 2 ** 20 + 1), "message-unreadable"],
    ["no text", new Blob([new Uint8Array([0x31, 0xff, 0x00])]), "message-unreadable"],
    ["no chat", new Blob(["dear diary"]), "message-unreadable"],
  ])("%s is refused by name", async (_, file, code) => expect(await readChat(file)).toEqual({ ok: false, error: { code } }));
});

test("mutated exports never throw, and lose no line", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(...`${android}\n${ios}`.split(/(?<=[\n\]:,])/u), "\r", "\u202F", "\u200E", "[", "٩"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const chat = parseChat(text);
      // No chat in it: then nothing was taken apart.
      const kept = chat === undefined ? text : [chat.preamble, ...chat.messages.map((m) => `${m.at} ${m.from} ${m.text}`)].join("\n");
      const words = (s: string): readonly string[] => s.match(/[\p{L}\p{N}]+/gu) ?? [];
      expect(words(kept).join("")).toBe(words(text).join(""));
    }),
    { numRuns: 500 },
  );
});

test("a hostile line takes no longer than a plain one", () => {
  const start = performance.now();
  for (const worst of [
    "1/".repeat(5e5),
    `11/19/26, 9:14 PM - ${"a".repeat(1e6)}`,
    `11/19/26, 9:14 PM - ${"(".repeat(1e6)}`,
    `[1.1.1${" ".repeat(1e6)}`,
    `11/19/26, 9:14 PM - A: ${"<a:".repeat(3e5)}`,
    "11/19/26, 9:14 PM - A: \u200E<".repeat(3e4),
  ])
    parseChat(`11/19/26, 9:14 PM - Ana: x\n${worst}`);
  expect(performance.now() - start).toBeLessThan(10_000);
});
