import type { Plugin } from "vite";

/**
 * How many words of each list the strength estimate keeps: the commonest, as the lists are ordered. Whole they are 800 KB, half of what may be
 * fetched in all; a word beyond these ranks counts as letters instead, which changes an estimate little.
 */
const kept: Readonly<Record<string, number>> = { passwords: 20_000, commonWords: 20_000, lastnames: 10_000, wikipedia: 5_000 };

/** Each word is written as a capital letter (how many letters it shares with the one before) and the rest of it. */
const unpack = (packed: string): readonly string[] => {
  const words: string[] = [];
  for (const [, shared = "A", rest = ""] of packed.matchAll(/([A-Z])([^A-Z]*)/gu))
    words.push((words.at(-1) ?? "").slice(0, shared.charCodeAt(0) - 65) + rest);
  return words;
};

const pack = (words: readonly string[]): string =>
  words
    .map((word, i) => {
      const before = words[i - 1] ?? "";
      let shared = 0;
      while (shared < 25 && shared < before.length && before[shared] === word[shared]) shared++;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join("");

/** The first ranks stay as they are. */
const exactRanks = 64;

/**
 * In the order of the alphabet within ranks 65–128, 129–256 and so on, which halves what the words take. The estimate multiplies by a word's rank:
 * so it is off by less than a factor of two for each word, one bit.
 */
export const roughlyRanked = (words: readonly string[]): readonly string[] => {
  const out = words.slice(0, exactRanks);
  for (let from = exactRanks; from < words.length; from *= 2) out.push(...words.slice(from, from * 2).toSorted());
  return out;
};

/** Cuts and orders the word lists of @zxcvbn-ts while they are bundled. Throws when they no longer look as they did. */
export const shorterWordlists = (): Plugin => ({
  name: "shorter-wordlists",
  transform: {
    filter: { id: /@zxcvbn-ts\/language-\w+\/dist\/\w+\.json\.mjs$/u },
    handler: (code, id) => {
      const count = kept[/(\w+)\.json\.mjs$/u.exec(id)?.[1] ?? ""];
      if (count === undefined) return null;
      const literal = /decompress\("([^"\\]*)"\)/u.exec(code);
      const packed = literal?.[1];
      if (packed === undefined) throw new Error(`no packed word list in ${id}`);
      return { code: code.replace(packed, () => pack(roughlyRanked(unpack(packed).slice(0, count)))), map: null };
    },
  },
});
