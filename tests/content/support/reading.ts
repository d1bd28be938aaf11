/** Syllables of an English word, near enough for an average: groups of vowels, less a silent e. */
const syllables = (word: string): number => {
  const plain = word.toLowerCase().replace(/[^a-z]/gu, "");
  if (plain.length === 0) return 1;
  const groups = plain.replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/u, (end) => end.slice(0, 1)).match(/[aeiouy]{1,2}/gu);
  return Math.max(groups?.length ?? 0, 1);
};

/** Flesch–Kincaid grade level: 0.39 words per sentence + 11.8 syllables per word − 15.59. */
export const gradeOf = (text: string): number => {
  const sentences = text.split(/[.?!:;]+(?:\s|$)|\n+/u).filter((s) => /[a-z]/iu.test(s));
  const words = text.match(/[A-Za-z0-9][A-Za-z0-9'’.-]*/gu) ?? [];
  return 0.39 * (words.length / sentences.length) + 11.8 * (words.reduce((sum, word) => sum + syllables(word), 0) / words.length) - 15.59;
};

const rules: readonly (readonly [string, RegExp])[] = [
  ["exclamation mark", /!/u],
  ["loaded name", /revenge porn|child porn|victim|accepted/iu],
  ["blame", /why did you|you should have|you should not have|your mistake|careless/iu],
  [
    "promise",
    /guarantee|we promise|will be (?:removed|gone|deleted|blocked|taken down)|for sure|certainly|always works|never come back|are blocked|100 ?%/iu,
  ],
  ["hurry", /hurry|immediately|as soon as possible|right away|before it is too late|urgent/iu],
  ["motive", /why (?:he|she|they) did|reason (?:he|she|they) did|motive/iu],
  [
    "message to the other person",
    /(?:tell|write to|ask|message|text|warn|confront) (?:him|her|them to (?:stop|delete|remove))\b|i do not consent|beg (?:him|her|them)/iu,
  ],
  ["words of the machine", /\b(?:digest|leaf|hash|metadata|url)\b/iu],
];

/** Names of the wording rules that a text breaks. */
export const blocked = (text: string): readonly string[] => rules.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
