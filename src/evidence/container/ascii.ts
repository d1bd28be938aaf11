/** Bytes as text, one character each; fewer at the end. For names of blocks, which have no other letters. */
export const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Does `text`, one byte a letter, stand at `from`? */
export const startsWith = (bytes: Uint8Array, text: string, from = 0): boolean => ascii(bytes, from, text.length) === text;
