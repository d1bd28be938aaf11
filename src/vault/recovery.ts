import { randomBytes } from "../crypto/random.ts";
import { utf8 } from "../lib/bytes.ts";
import { wordIndex, wordList } from "../lib/wordlist.ts";

/** Words of a recovery phrase, and the random bits that they spell. */
export const recoveryLength = 12;
const bits = 155n;
const secretBytes = 20;
const spare = BigInt(secretBytes * 8) - bits;

/** Twelve new words: the first 155 of 160 random bits, big-endian, as a number in base 7,776, its highest digit first. */
export const newRecoveryWords = (): readonly string[] => {
  let number = randomBytes(secretBytes).reduce((n, byte) => (n << 8n) | BigInt(byte), 0n) >> spare;
  const words: string[] = [];
  for (let i = 0; i < recoveryLength; i++) {
    words.unshift(wordList[Number(number % BigInt(wordList.length))] ?? "");
    number /= BigInt(wordList.length);
  }
  return words;
};

/** The 20 bytes that twelve words of the list spell (the last five bits are zero), whatever their letter case and spacing; undefined for other texts. */
export const recoveryBytes = (typed: string): Uint8Array | undefined => {
  const digits = typed.normalize("NFKC").trim().toLowerCase().split(/\s+/u).map(wordIndex);
  if (digits.length !== recoveryLength) return undefined;
  let number = 0n;
  for (const digit of digits) {
    if (digit === undefined) return undefined;
    number = number * BigInt(wordList.length) + BigInt(digit);
  }
  if (number >= 1n << bits) return undefined;
  const shifted = number << spare;
  return Uint8Array.from({ length: secretBytes }, (_, i) => Number((shifted >> BigInt(8 * (secretBytes - 1 - i))) & 0xffn));
};

/**
 * What Argon2id is given for what was typed: twelve words of the list give their bits, anything else its NFKC as UTF-8, so that the same passphrase
 * typed on another keyboard gives the same bytes. One rule for every way in: one derivation is enough to try them all.
 */
export const typedBytes = (typed: string): Uint8Array => recoveryBytes(typed) ?? utf8(typed.normalize("NFKC"));
