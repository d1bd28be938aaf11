/** How a table shares the width of a page among its columns. Pure: widths of words come from outside. */

export interface Measures {
  /** Width of the table, and what stays free at the end of each column. */ readonly full: number;
  readonly gap: number;
  /** Width of a word of the first line, and of one below it. */ readonly head: (word: string) => number;
  readonly cell: (word: string) => number;
}

/** A longer word may break: it is an address or a digest. */
const longestWord = 14;
/** The word with most letters stands for all, since measuring each would take long; another one may be this much wider. */
const spare = 1.15;

const longest = (texts: Iterable<string>): string => {
  let most = "";
  for (const text of texts) if (text.length > most.length) most = text;
  return most;
};
const longestIn = (text: string): string => longest(text.split(/\s+/u).filter((word) => word.length <= longestWord));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Widths that together are the table's: addresses get the most room, and no column gets less than its longest word, as long as all of those fit. */
export const columnWidths = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { full, gap, head: headWidth, cell }: Measures,
): readonly number[] => {
  const least = head.map(
    (title, i) => Math.max(headWidth(longestIn(title)), cell(longest(rows.map((row) => longestIn(row[i] ?? "")))) * spare) + gap,
  );
  const weights = head.map((title, i) => Math.min(60, Math.max(8, title.length, longest(rows.map((row) => row[i] ?? "")).length)));
  const shared = weights.map((weight) => (full * weight) / sum(weights));
  const rest = full - sum(least);
  if (rest < 0) return shared;
  const wanted = shared.map((share, i) => Math.max(0, share - (least[i] ?? 0)));
  const all = sum(wanted);
  return least.map((width, i) => width + (all === 0 ? rest / least.length : (rest * (wanted[i] ?? 0)) / all));
};
