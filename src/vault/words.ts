import { randomBelow } from "../crypto/random.ts";
import { wordList } from "../lib/wordlist.ts";

/** Words of the EFF large list, uniform and independent: about 12.9 bits each. */
export const generateWords = (count: number): readonly string[] =>
  Array.from({ length: count }, () => {
    const word = wordList[randomBelow(wordList.length)];
    if (word === undefined) throw new Error("a word outside the list");
    return word;
  });
