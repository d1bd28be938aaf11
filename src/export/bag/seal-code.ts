import { wordList } from "../../lib/wordlist.ts";

/** The first 155 bits of a SHA-256, big-endian, as twelve words of the passphrase list, first word most significant: short enough to read aloud. */
export const sealCode = (digest: Uint8Array): readonly string[] => {
  let number = 0n;
  for (const byte of digest.subarray(0, 20)) number = (number << 8n) | BigInt(byte);
  number >>= 5n;
  const base = BigInt(wordList.length);
  const words: string[] = [];
  for (let i = 0; i < 12; i++) {
    words.unshift(wordList[Number(number % base)] ?? "");
    number /= base;
  }
  return words;
};
