import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspect, maxFileBytes } from "../../src/evidence/inspect.ts";
import { binaryType, isMismatch } from "../../src/evidence/media-type.ts";
import { pixelSize } from "../../src/evidence/pixel-size.ts";
import { evidenceReader } from "../../src/evidence/reader.ts";
import { hex } from "../../src/lib/bytes.ts";
import accounts from "../samples/accounts.csv?url";
import desktop from "../samples/content-page-desktop.jpg?url";
import content from "../samples/content-page.png?url";
import extortion from "../samples/extortion.eml?url";
import fake from "../samples/fake-profile.png?url";
import listing from "../samples/listing-page.png?url";
import noBar from "../samples/no-address-bar.png?url";
import reply from "../samples/platform-reply.eml?url";
import results from "../samples/search-results.png?url";
import threat from "../samples/threat-chat.png?url";
import android from "../samples/whatsapp-android.txt?url";
import ios from "../samples/whatsapp-ios.txt?url";

const load = async (url: string): Promise<Blob> => (await fetch(url)).blob();
const looked = async (file: Blob, name = "x") => {
  const seen = await inspect(file, name);
  if (!seen.ok) throw new Error(seen.error.code);
  return seen.value;
};
const bytes = (...parts: readonly (string | readonly number[])[]): Blob =>
  new Blob(parts.map((part) => (typeof part === "string" ? Uint8Array.from(part, (c) => c.charCodeAt(0)) : new Uint8Array(part))));
const u32 = (n: number): readonly number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const box = (name: string, ...inside: readonly (readonly number[])[]): readonly number[] => {
  const body = inside.flat();
  return [...u32(8 + body.length), ...Array.from(name, (c) => c.charCodeAt(0)), ...body];
};
const text = (value: string): readonly number[] => Array.from(value, (c) => c.charCodeAt(0));

describe("the samples", () => {
  test.each([
    [listing, "image/png"],
    [content, "image/png"],
    [fake, "image/png"],
    [results, "image/png"],
    [noBar, "image/png"],
    [threat, "image/png"],
    [desktop, "image/jpeg"],
    [extortion, "message/rfc822"],
    [reply, "message/rfc822"],
    [android, "text/plain"],
    [ios, "text/plain"],
    [accounts, "text/plain"],
  ])("%s", async (url, type) => {
    const file = await load(url);
    const digest = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer())));
    const name = url.split("?")[0]?.split("/").at(-1) ?? "";
    const picture = type.startsWith("image/") ? await createImageBitmap(file) : null;
    expect(await looked(file, name)).toEqual({
      sha256: digest,
      size: file.size,
      type,
      mismatch: false,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
    });
  });
});

describe("type by content", () => {
  test.each<readonly [string, Blob]>([
    ["application/pdf", bytes("%PDF-1.7\n")],
    ["image/gif", bytes("GIF89a", [2, 0, 3, 0])],
    ["image/bmp", bytes("BM", u32(70), [0, 0, 0, 0])],
    ["text/plain", bytes("BM is short for something")],
    ["text/plain", bytes("feelfree to write")],
    ["application/zip", bytes("PK\x03\x04")],
    ["audio/mpeg", bytes("ID3\x04")],
    ["audio/mpeg", bytes([0xff, 0xfb, 0x90, 0x64])],
    ["audio/wav", bytes("RIFF", u32(4), "WAVE")],
    ["audio/ogg", bytes("OggS")],
    ["audio/mp4", bytes(box("ftyp", text("M4A "), u32(0), text("mp42")))],
    ["video/mp4", bytes(box("ftyp", text("isom"), u32(0), text("avc1")))],
    ["video/quicktime", bytes(box("ftyp", text("qt  "), u32(0)))],
    ["video/webm", bytes("\x1a\x45\xdf\xa3", [0x9f, 0x42, 0x82, 0x84], "webm")],
    ["image/heic", bytes(box("ftyp", text("heic"), u32(0), text("mif1")))],
    ["image/heic", bytes(box("ftyp", text("mif1"), u32(0), text("mif1heic")))],
    ["image/avif", bytes(box("ftyp", text("mif1"), u32(0), text("avifmif1")))],
    ["image/svg+xml", bytes('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ["text/html", bytes("\n<!DOCTYPE html><p>x")],
    ["multipart/related", bytes("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nSubject: x\r\n\r\n")],
    ["text/plain", new Blob([new Uint16Array(Array.from("\uFEFFhi Ana", (c) => c.charCodeAt(0)))])],
    ["text/plain", new Blob(["é".repeat(5000)])],
    ["application/octet-stream", bytes([1, 2, 0, 255])],
  ])("%s", async (type, file) => expect((await looked(file)).type).toBe(type));

  test("the browser's own pictures, with their pixels", async () => {
    const canvas = new OffscreenCanvas(37, 23);
    canvas.getContext("2d")?.fillRect(0, 0, 9, 9);
    for (const type of ["image/png", "image/jpeg", "image/webp"]) {
      const file = await canvas.convertToBlob({ type, quality: 0.5 });
      // WebKitGTK writes a PNG where WebP was asked for, and says so.
      expect([type, "image/png"]).toContain(file.type);
      expect(await looked(file)).toMatchObject({ type: file.type, width: 37, height: 23 });
    }
  });

  test.each([
    ["photo.png", "image/jpeg", true],
    ["PHOTO.JPG", "image/jpeg", false],
    ["photo", "image/jpeg", false],
    ["photo.jpg.exe", "image/jpeg", false],
    ["letter.pdf", "application/octet-stream", true],
    ["a.constructor", "image/png", false],
  ])("%s that is %s", (name, type, mismatch) => expect(isMismatch(name, type)).toBe(mismatch));
});

describe("pixels", () => {
  const size = (type: string, file: Blob) => {
    const read = async (from: number, length: number) => new Uint8Array(await file.slice(from, from + length).arrayBuffer());
    return read(0, 4096).then((head) => pixelSize(type, head, read));
  };
  test("a camera's long preview stands before the size", async () => {
    const segment = [0xff, 0xe1, 0xff, 0xff, ...Array.from({ length: 65_533 }, () => 0xc0)];
    const file = bytes([0xff, 0xd8], segment, segment, [0xff, 0xff, 0xc2, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]);
    expect(await size("image/jpeg", file)).toEqual({ width: 30, height: 20 });
  });
  test("a HEIC made of tiles has the size of the whole", async () => {
    const ispe = (w: number, h: number) => box("ispe", u32(0), u32(w), u32(h));
    const meta = box("meta", u32(0), box("hdlr", u32(0)), box("iprp", box("ipco", ispe(512, 512), ispe(4032, 3024), ispe(320, 240))));
    expect(await size("image/heic", bytes(box("ftyp", text("heic"), u32(0)), meta))).toEqual({ width: 4032, height: 3024 });
  });
  test.each(["image/png", "image/jpeg", "image/webp", "image/gif", "image/heic", "image/avif"])(
    "hostile %s headers neither throw nor hang",
    async (type) => {
      const start = box("ftyp", text("heic"), u32(0));
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 200 }),
          fc.constantFrom<readonly number[]>([], [0xff, 0xd8], start, [...start, 0, 0, 0, 0, ...text("meta")], text("RIFF1234WEBPVP8X")),
          async (noise, head) => {
            const found = await size(type, bytes(head, [...noise]));
            expect(found === undefined || (found.width > 0 && found.height > 0)).toBe(true);
          },
        ),
      );
    },
  );
});

describe("refused, each by its name", () => {
  test("an empty file", async () => expect(await inspect(new Blob([]), "x")).toEqual({ ok: false, error: { code: "file-empty" } }));
  test("a file over 4 GiB, before a byte is read", async () => {
    const huge = new Blob(["x"]);
    Object.defineProperty(huge, "size", { value: maxFileBytes + 1 });
    Object.defineProperty(huge, "slice", {
      value: () => {
        throw new Error("was read");
      },
    });
    expect(await inspect(huge, "x")).toEqual({ ok: false, error: { code: "file-too-large" } });
  });
  test("a file that went away", async () => {
    const gone = new Blob(["x"]);
    Object.defineProperty(gone, "slice", { value: () => ({ arrayBuffer: () => Promise.reject(new DOMException("", "NotFoundError")) }) });
    expect(await inspect(gone, "x")).toEqual({ ok: false, error: { code: "file-unreadable" } });
  });
  test("a file that became shorter", async () => {
    const shorter = new Blob(["x"]);
    Object.defineProperty(shorter, "size", { value: 2 });
    expect(await inspect(shorter, "x")).toEqual({ ok: false, error: { code: "file-unreadable" } });
  });
});

test("the digest of several pieces is that of the whole", async () => {
  const data = new Uint8Array(2_500_001).map((_, i) => i * 7);
  expect((await looked(new Blob([data]))).sha256).toBe(hex(new Uint8Array(await crypto.subtle.digest("SHA-256", data))));
});

test("any bytes have a type, and mutated pictures never throw", async () => {
  const png = new Uint8Array(await (await load(content)).arrayBuffer()).subarray(0, 400);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: 399 }), fc.nat({ max: 255 })), { maxLength: 20 }),
      fc.nat({ max: 400 }),
      async (changes, length) => {
        const copy = png.slice(0, length + 1);
        for (const [at, value] of changes) if (at < copy.length) copy[at] = value;
        expect((await looked(new Blob([copy]))).type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/u);
      },
    ),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (head) => {
      expect(["string", "undefined"]).toContain(typeof binaryType(head));
    }),
    { numRuns: 2000 },
  );
});

test("the worker's surface is plain: a chat and a mail come through a structured clone", async () => {
  const chat = await evidenceReader.readChat(await load(android));
  const mail = await evidenceReader.readMail(await load(extortion));
  expect([chat.ok, mail.ok, structuredClone([chat, mail])]).toEqual([true, true, [chat, mail]]);
});
