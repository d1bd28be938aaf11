/*
 * Bytes inside a script, written so that compressing the script compresses the bytes: base64 hides what repeats, and costs a quarter more even
 * compressed. Each byte is one character, out of 256 that need no escape in a string; the commonest bytes are the ones that take one byte in UTF-8.
 */

/** Before the WebAssembly of a script, so that it is found there. */
export const denseWasm = "wasm:";

/** The bytes of a text made by tests/tooling/build/dense.ts: 256 characters that stand for the bytes 0 to 255, then the bytes. */
export const undense = (text: string): Uint8Array<ArrayBuffer> => {
  const byteOf = new Uint8Array(0x200);
  for (let byte = 0; byte < 256; byte++) byteOf[text.charCodeAt(byte)] = byte;
  const out = new Uint8Array(text.length - 256);
  for (let i = 0; i < out.length; i++) out[i] = byteOf[text.charCodeAt(256 + i)] ?? 0;
  return out;
};
