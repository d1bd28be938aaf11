import { BlobReader, BlobWriter, TextReader, ZipWriter } from "@zip.js/zip.js";
import extortion from "../samples/extortion.eml?raw";
import reply from "../samples/platform-reply.eml?raw";
import android from "../samples/whatsapp-android.txt?raw";
import ios from "../samples/whatsapp-ios.txt?raw";

type Part = string | readonly number[];
const latin = (text: string): readonly number[] => Array.from(text, (c) => c.charCodeAt(0));
const u32 = (n: number): readonly number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const join = (...parts: readonly Part[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? latin(part) : part)));
/** A box of an ISO base media file. */
const box = (name: string, ...inside: readonly Part[]): readonly number[] => {
  const body = inside.flatMap((part) => (typeof part === "string" ? latin(part) : part));
  return [...u32(8 + body.length), ...latin(name), ...body];
};
const noise = (length: number): readonly number[] => Array.from({ length }, (_, i) => (i * 197 + (i >>> 3)) & 255);

const drawn = async (type: string): Promise<Uint8Array<ArrayBuffer>> => {
  const canvas = new OffscreenCanvas(40, 30);
  const context = canvas.getContext("2d");
  context?.fillRect(3, 3, 20, 9);
  return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.7 })).arrayBuffer());
};
const still = (brand: string): Uint8Array<ArrayBuffer> =>
  join(
    box("ftyp", brand, u32(0), `mif1${brand}`),
    box("meta", u32(0), box("hdlr", u32(0)), box("iprp", box("ipco", box("ispe", u32(0), u32(640), u32(480))))),
    box("mdat", noise(400)),
  );
const film = (brand: string): Uint8Array<ArrayBuffer> =>
  join(box("ftyp", brand, u32(512), "isommp42"), box("moov", box("mvhd", u32(0), noise(96))), box("mdat", noise(400)));

/** An export packed with what was sent in it, as phones do: the text and one picture, deflated. */
export const chatZip = async (name: string, text: string, media: readonly (readonly [string, Blob])[] = []): Promise<Blob> => {
  const zip = new ZipWriter(new BlobWriter("application/zip"), { useWebWorkers: false });
  await zip.add(name, new TextReader(text));
  for (const [called, blob] of media) await zip.add(called, new BlobReader(blob));
  return zip.close();
};

const mhtml =
  'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html\r\n\r\n<html><img src="cid:1"></html>\r\n----b--\r\n';
const pdf = `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\nxref\n0 3\ntrailer\n<</Root 1 0 R/Size 3>>\nstartxref\n9\n%%EOF\n`;

/** A small file of each kind that a person may bring, by the name of the kind, with the type that it has. */
export const seeds = async (): Promise<readonly (readonly [kind: string, type: string, bytes: Uint8Array<ArrayBuffer>])[]> => {
  const packed = await chatZip("WhatsApp Chat with Ana.txt", android, [["IMG-20261119-WA0003.jpg", new Blob([await drawn("image/jpeg")])]]);
  const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);
  return [
    ["PNG", "image/png", await drawn("image/png")],
    ["JPEG", "image/jpeg", await drawn("image/jpeg")],
    ["WebP", "image/webp", join("RIFF", [66, 0, 0, 0], "WEBPVP8X", [10, 0, 0, 0, 0, 0, 0, 0, 39, 0, 0, 29, 0, 0], "VP8 ", noise(40))],
    ["HEIC", "image/heic", still("heic")],
    ["AVIF", "image/avif", still("avif")],
    ["PDF", "application/pdf", text(pdf)],
    ["MP4", "video/mp4", film("isom")],
    ["MOV", "video/quicktime", film("qt  ")],
    ["WebM", "video/webm", join("\x1a\x45\xdf\xa3", [0x9f, 0x42, 0x82, 0x84], "webm", noise(300))],
    ["MP3", "audio/mpeg", join("ID3", [4, 0, 0, 0, 0, 0, 10], noise(10), [0xff, 0xfb, 0x90, 0x64], noise(300))],
    ["M4A", "audio/mp4", film("M4A ")],
    ["Ogg", "audio/ogg", join("OggS", [0, 2], noise(20), "OpusHead", noise(200))],
    ["WAV", "audio/wav", join("RIFF", [44, 1, 0, 0], "WAVEfmt ", noise(300))],
    ["AAC", "audio/aac", join([0xff, 0xf1, 0x50, 0x80, 0x2e, 0x7f, 0xfc], noise(300))],
    ["AMR", "audio/amr", join("#!AMR\n", noise(300))],
    ["mail", "message/rfc822", text(extortion)],
    ["mail that answers", "message/rfc822", text(reply)],
    ["Android chat", "text/plain", text(android)],
    ["iPhone chat", "text/plain", text(ios)],
    ["chat in a zip", "application/zip", new Uint8Array(await packed.arrayBuffer())],
    ["text", "text/plain", text("Ana,\nthey wrote to my boss at 9. – K.\n")],
    ["saved page (MHTML)", "multipart/related", text(mhtml)],
    ["saved page (HTML)", "text/html", text("<!DOCTYPE html><html><body><img src='data:image/png;base64,AAAA'><p>x</p></body></html>")],
  ];
};

/** A small generator of our own, so that a mutation that fails can be made again (mulberry32). */
const random = (seed: number): ((below: number) => number) => {
  let a = seed;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
};

const extremes = [0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** The `n`th mutation of a file: some bytes changed, a length made extreme, a stretch cut out, doubled or swapped, the end cut off or grown. */
export const mutated = (seed: Uint8Array<ArrayBuffer>, n: number): Uint8Array<ArrayBuffer> => {
  const pick = random(n * 7919 + seed.length);
  let bytes = seed.slice();
  for (let step = pick(4); step >= 0; step--) {
    const at = pick(bytes.length + 1);
    const length = pick(40);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    const kind = pick(6);
    if (kind === 0 && at < bytes.length) bytes[at] = pick(256);
    else if (kind === 1 && at + 4 <= bytes.length)
      new DataView(bytes.buffer).setUint32(at, extremes[pick(extremes.length)] ?? 0, pick(2) === 0);
    else if (kind === 2) bytes = new Uint8Array([...before, ...after.subarray(length)]);
    else if (kind === 3) bytes = new Uint8Array([...before, ...after.subarray(0, length), ...after]);
    else if (kind === 4) bytes = new Uint8Array([...before, ...Array.from({ length }, () => pick(256)), ...after]);
    else if (kind === 5) bytes = bytes.slice(0, at);
  }
  return bytes;
};
