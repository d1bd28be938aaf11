/** A text as signs are looked for in it, with the way back to where each character stood. */
export interface SignText {
  readonly text: string;
  /** UTF-16 position in the original of each UTF-16 unit of `text`, and one more for the end. */
  readonly at: readonly number[];
}

/** More is not looked at: a message of this length holds its signs long before. Bounds the work. */
export const SIGN_TEXT_LIMIT = 50_000;
/** Longest stretch a pattern sees at once; longer ones are cut at a space where there is one. */
const CLAUSE_LIMIT = 500;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const QUOTES = /[‘’ʼ`´]/u;

/** Folds what is only made to look different: styled letters, curly quotes, invisible characters, runs of spaces. */
export const readable = (original: string): SignText => {
  const at: number[] = [];
  let text = "";
  let position = 0;
  for (const char of original.slice(0, SIGN_TEXT_LIMIT)) {
    let plain = INVISIBLE.test(char) ? "" : char.normalize("NFKC");
    if (QUOTES.test(plain)) plain = "'";
    if (plain !== "\n" && /^\s$/u.test(plain)) plain = text.endsWith(" ") ? "" : " ";
    for (let i = 0; i < plain.length; i++) at.push(position);
    text += plain;
    position += char.length;
  }
  at.push(position);
  return { text, at };
};

/** A line that an e-mail program wrapped goes on in the next one. */
const isWrapped = (line: string): boolean => line.length >= 55 && line.length <= 100 && !/[.!?:;]\s*$/u.test(line);

/** Shorter ones are read with what follows: lines of a chat come in bits, and a clause each would be work without end. */
const SHORT = 16;

/** Line ends inside a stretch: a wrapped line goes on, any other begins a new thought. Keeps the length. */
export const flattened = (stretch: string): string => {
  const lines = stretch.split("\n");
  return lines.map((line, i) => (i === lines.length - 1 ? line : `${line}${isWrapped(line) ? " " : ";"}`)).join("");
};

/** Half-open stretches `[from, to)` that belong together: sentences, lines of a chat. Each at most `CLAUSE_LIMIT` long. */
export const clausesOf = (text: string): readonly (readonly [number, number])[] => {
  const clauses: (readonly [number, number])[] = [];
  const push = (from: number, to: number): void => {
    for (let start = from; start < to;) {
      let end = Math.min(start + CLAUSE_LIMIT, to);
      const space = end < to ? text.lastIndexOf(" ", end) : -1;
      if (space > start + CLAUSE_LIMIT / 2) end = space;
      clauses.push([start, end]);
      start = end;
    }
  };
  let from = 0;
  let line = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    const next = text[i + 1];
    const ends = (char === "." || char === "!" || char === "?" || char === ";") && (next === undefined || next === " " || next === "\n");
    const breaks = char === "\n" && (next === "\n" || next === undefined || !isWrapped(text.slice(Math.max(line, i - 101), i)));
    if ((ends || breaks) && i + 1 - from >= SHORT) {
      push(from, i + 1);
      from = i + 1;
    }
    if (char === "\n") line = i + 1;
  }
  push(from, text.length);
  return clauses;
};

/** Three sentences in a row, every second one a new beginning, at most `CLAUSE_LIMIT` long together. */
export const passagesOf = (clauses: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] =>
  clauses.flatMap((clause, i) => {
    if (i % 2 === 1) return [];
    let to = clause[1];
    for (const next of clauses.slice(i + 1, i + 3)) {
      if (next[1] - clause[0] > CLAUSE_LIMIT) break;
      to = next[1];
    }
    return [[clause[0], to] as const];
  });
