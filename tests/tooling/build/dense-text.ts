/** Characters that a string literal of any quotes holds as they are: printable ASCII without quotes, backslash and dollar, then letters of Latin. */
const alphabet = (): readonly string[] => {
  const plain = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((char) => !"\"'`\\$".includes(char));
  const more = Array.from({ length: 256 - plain.length }, (_, i) => String.fromCharCode(0xc0 + i));
  return [...plain, ...more];
};

/** Bytes as `undense` of src/lib/dense.ts reads them. */
export const dense = (bytes: Uint8Array): string => {
  const times = new Uint32Array(256);
  for (const byte of bytes) times[byte] = (times[byte] ?? 0) + 1;
  const commonest = Array.from({ length: 256 }, (_, byte) => byte).toSorted((a, b) => (times[b] ?? 0) - (times[a] ?? 0));
  const key = Array.from({ length: 256 }, () => "");
  for (const [rank, char] of alphabet().entries()) key[commonest[rank] ?? 0] = char;
  return `${key.join("")}${Array.from(bytes, (byte) => key[byte]).join("")}`;
};
