import { base64, unbase64 } from "../../lib/bytes.ts";

/** Standard base64 without padding, as age writes it. */
export const rawBase64 = (bytes: Uint8Array): string => base64(bytes).replaceAll("=", "");

/** Only the canonical form: no padding, no stray bits, no white space; undefined otherwise. */
export const unRawBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined =>
  text.includes("=") ? undefined : unbase64(text.padEnd(Math.ceil(text.length / 4) * 4, "="));
