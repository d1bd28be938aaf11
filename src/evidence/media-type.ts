/** Bytes from the start of a file that are enough to tell its type, if it can be told. */
export const headBytes = 4096;

const ascii = (head: Uint8Array, from: number, length: number): string => String.fromCharCode(...head.subarray(from, from + length));

/** Fixed signatures (WHATWG MIME Sniffing §6, PRONOM), as Latin-1 text. */
const signatures: readonly (readonly [type: string, text: string])[] = [
  ["image/png", "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", "\xff\xd8\xff"],
  ["image/gif", "GIF87a"],
  ["image/gif", "GIF89a"],
  ["image/tiff", "II*\0"],
  ["image/tiff", "MM\0*"],
  ["application/pdf", "%PDF-"],
  ["application/zip", "PK\x03\x04"],
  ["application/zip", "PK\x05\x06"],
  ["application/vnd.ms-outlook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["audio/ogg", "OggS"],
  ["audio/mpeg", "ID3"],
  ["audio/flac", "fLaC"],
  ["audio/amr", "#!AMR"],
  ["application/gzip", "\x1f\x8b\x08"],
  ["application/x-7z-compressed", "7z\xbc\xaf\x27\x1c"],
  ["application/vnd.rar", "Rar!\x1a\x07"],
  ["application/age", "age-encryption.org/v1\n"],
];
const riff: Readonly<Record<string, string>> = { WEBP: "image/webp", WAVE: "audio/wav", "AVI ": "video/x-msvideo" };

/** ISO base media files say what they are in their brands; the major one decides, then the compatible ones. */
const isoBrands: readonly (readonly [type: string, brands: RegExp])[] = [
  ["image/avif", /^(?:avif|avis)$/u],
  ["image/heic", /^(?:heic|heix|heim|heis|hevc|hevx|hevm|hevs)$/u],
  ["image/heif", /^(?:mif1|msf1|mif2)$/u],
  ["video/quicktime", /^qt {2}$/u],
  ["audio/mp4", /^(?:M4A |M4B |M4P |f4a )$/u],
  ["video/3gpp", /^3g/u],
];

const isoType = (head: Uint8Array): string => {
  const size = Math.min(new DataView(head.buffer, head.byteOffset).getUint32(0), head.length);
  const brands = [ascii(head, 8, 4)];
  for (let at = 16; at + 4 <= size; at += 4) brands.push(ascii(head, at, 4));
  // "mif1" is the major brand of AVIF and HEIC alike; what it is then stands among the others.
  const named = ["mif1", "msf1"].includes(brands[0] ?? "") ? brands.slice(1) : brands.slice(0, 1);
  for (const list of [named, brands.slice(0, 1)])
    for (const [type, test] of isoBrands) if (list.some((brand) => test.test(brand))) return type;
  return "video/mp4";
};

/** MPEG audio without a tag: a frame header with sane fields. */
const isMpegFrame = (head: Uint8Array): boolean => {
  const [a = 0, b = 0, c = 0] = head;
  // FF FE is the mark of UTF-16 text.
  return (
    a === 0xff && b !== 0xfe && (b & 0xe0) === 0xe0 && (b & 0x06) !== 0 && (b & 0x18) !== 0x08 && (c & 0xf0) !== 0xf0 && (c & 0x0c) !== 0x0c
  );
};

/** AAC in ADTS frames (ISO/IEC 13818-7 §6.2): layer is always 0, and the sampling rate one of thirteen. */
const isAacFrame = (head: Uint8Array): boolean =>
  head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0 && (((head[2] ?? 0xff) >>> 2) & 0xf) < 13 && head.length >= 7;

/** Type of the bytes by what they are, not by a name; undefined for text and for what is not known. */
export const binaryType = (head: Uint8Array): string | undefined => {
  for (const [type, text] of signatures) if (ascii(head, 0, text.length) === text) return type;
  if (ascii(head, 0, 4) === "RIFF") return riff[ascii(head, 8, 4)];
  if (head.length >= 12 && ascii(head, 4, 4) === "ftyp") return isoType(head);
  // QuickTime before it had brands.
  if (head[0] === 0 && ["moov", "mdat", "wide", "free"].includes(ascii(head, 4, 4))) return "video/quicktime";
  if (ascii(head, 0, 2) === "BM" && ascii(head, 6, 4) === "\0\0\0\0") return "image/bmp";
  if (ascii(head, 0, 4) === "\x1a\x45\xdf\xa3") return ascii(head, 0, 64).includes("webm") ? "video/webm" : "video/x-matroska";
  if (isAacFrame(head)) return "audio/aac";
  return isMpegFrame(head) ? "audio/mpeg" : undefined;
};

const mail =
  /^(?:(?:return-path|received|message-id|from|to|subject|date|mime-version|delivered-to|dkim-signature|x-[a-z-]+|snapshot-[a-z-]+|content-type|authentication-results|arc-[a-z-]+):[^\n]*\n(?:[ \t][^\n]*\n)*){2}/iu;

/** Type of a text by how it begins: mail, saved web page, HTML, SVG, else plain. */
export const textType = (head: string): string => {
  const text = head.replace(/^\uFEFF/u, "").replaceAll("\r\n", "\n");
  const start = text.trimStart().slice(0, 512).toLowerCase();
  // What Chromium saves as one file (MHTML) begins like a mail.
  // A copied source often has blank lines or the separator of a mail box in front.
  const source = text.replace(/^\n*(?:From [^\n]*\n)?\n*/u, "");
  if (mail.test(source)) return /^(?:snapshot-content-location:|from: <saved by )/imu.test(source) ? "multipart/related" : "message/rfc822";
  if (/^(?:<!doctype html|<html|<head|<body)[\s>]/u.test(start)) return "text/html";
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/u.test(start)) return "image/svg+xml";
  return "text/plain";
};

/** Which types an ending may stand for. Endings that are not listed say nothing. */
const endings: Readonly<Record<string, readonly string[]>> = {
  png: ["image/png"],
  jpg: ["image/jpeg"],
  jpeg: ["image/jpeg"],
  gif: ["image/gif"],
  webp: ["image/webp"],
  heic: ["image/heic", "image/heif"],
  heif: ["image/heic", "image/heif"],
  avif: ["image/avif"],
  bmp: ["image/bmp"],
  tif: ["image/tiff"],
  tiff: ["image/tiff"],
  svg: ["image/svg+xml"],
  pdf: ["application/pdf"],
  mp4: ["video/mp4"],
  m4v: ["video/mp4"],
  mov: ["video/quicktime"],
  webm: ["video/webm"],
  mkv: ["video/x-matroska", "video/webm"],
  "3gp": ["video/3gpp"],
  avi: ["video/x-msvideo"],
  mp3: ["audio/mpeg"],
  m4a: ["audio/mp4", "video/mp4"],
  aac: ["audio/aac"],
  wav: ["audio/wav"],
  ogg: ["audio/ogg"],
  oga: ["audio/ogg"],
  opus: ["audio/ogg"],
  flac: ["audio/flac"],
  amr: ["audio/amr"],
  zip: ["application/zip"],
  docx: ["application/zip"],
  xlsx: ["application/zip"],
  eml: ["message/rfc822", "text/plain"],
  msg: ["application/vnd.ms-outlook"],
  mht: ["multipart/related", "message/rfc822"],
  mhtml: ["multipart/related", "message/rfc822"],
  html: ["text/html", "text/plain"],
  htm: ["text/html", "text/plain"],
  txt: ["text/plain", "message/rfc822"],
  csv: ["text/plain"],
  age: ["application/age"],
};

/** Does the name's ending promise another content than `type`? */
export const isMismatch = (name: string, type: string): boolean => {
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(endings, ending) && endings[ending]?.includes(type) === false;
};
