import { fromUtf8 } from "../../lib/bytes.ts";

const latin = new TextDecoder("windows-1252");

/** Up to the first zero; UTF-8 where it is, else the Western code page. */
export const textOf = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0);
  const text = end === -1 ? bytes : bytes.subarray(0, end);
  return fromUtf8(text) ?? latin.decode(text);
};

/** UTF-16 without a mark, up to the first zero character. */
export const wideText = (bytes: Uint8Array, isLittle: boolean): string =>
  new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes.subarray(0, bytes.length & ~1)).split("\0", 1)[0] ?? "";
