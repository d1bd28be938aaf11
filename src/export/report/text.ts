import { coverage } from "./face/coverage.ts";

/** How texts of the report become lines. Pure: widths come from outside. */

/** Characters that would let a text show other than it is: controls and those that turn its direction. They print as their number. */
const unprintable = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udfff]/gu;

export const printable = (text: string): string =>
  text
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll("\t", "    ")
    .replaceAll(unprintable, (c) => (c === "\n" ? c : numbered(c)));

const numbered = (c: string): string => `(U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const graphemes = (text: string): readonly string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

const covered = new Set(coverage.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));

/** The embedded face has a glyph for every character. */
export const isCovered = (text: string): boolean => Array.from(text).every((c) => covered.has(c.codePointAt(0) ?? 0));

/**
 * Numbers instead of characters that neither the face nor the device (`canDraw`) has a glyph for, so that nothing prints as a box. Marks and
 * joiners belong to the character before them.
 */
export const withNumbers = (text: string, canDraw: (character: string) => boolean): string =>
  isCovered(text)
    ? text
    : graphemes(text)
        .map((grapheme) => {
          const points = Array.from(grapheme);
          const shows = points.every((c, i) => c === "\n" || isCovered(c) || (i > 0 && isAttached(c)) || canDraw(c));
          return shows ? grapheme : points.map(numbered).join("");
        })
        .join("");

/** Characters that have no look of their own. */
const isAttached = (c: string): boolean => /^[\p{M}\p{Join_Control}\p{Emoji_Modifier}]$/u.test(c);

export type Measure = (text: string) => number;

/** Where a long address may break: behind one of these. */
const breaks = /(?<=[/?&=#._\-,;:@])/u;
/** Lines of at most `width`. Breaks at spaces, then behind the signs of an address, then anywhere between characters as people see them. */
export const wrap = (text: string, width: number, measure: Measure): readonly string[] =>
  printable(text)
    .split("\n")
    .flatMap((line) => wrapLine(line, width, measure));

const wrapLine = (text: string, width: number, measure: Measure): readonly string[] => {
  if (measure(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<= )/u)) {
    if (measure((line + word).trimEnd()) <= width) {
      line += word;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    const [done, rest] = measure(word.trimEnd()) <= width ? [[], word] : breakWord(word, width, measure);
    lines.push(...done);
    line = rest;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
};

const breakWord = (word: string, width: number, measure: Measure): readonly [done: readonly string[], rest: string] => {
  const done: string[] = [];
  let line = "";
  for (const part of word.split(breaks)) {
    const pieces = measure(part) <= width ? [part] : graphemes(part);
    for (const piece of pieces) {
      if (line !== "" && measure(line + piece) > width) {
        done.push(line);
        line = "";
      }
      line += piece;
    }
  }
  return [done, line];
};

/** The first letter with a direction is of a script that runs from the right. */
export const isRightToLeft = (text: string): boolean =>
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(text);
