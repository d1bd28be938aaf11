import type { FoundSign } from "../workflow/signs.ts";

/** A stretch of a text with the ids of the signs that were found in it; none: plain text. */
export interface SignPiece {
  readonly text: string;
  readonly signs: readonly string[];
}

/** How much of a long chat is looked at at once, in UTF-16 units: its beginning and its end, since threats grow. The view looks at each page. */
const HALF_UNITS = 20_000;
/** After so many units the page gets its turn: a phone must go on answering taps. */
const TURN_UNITS = 1_000;

/** Resolves after the browser has handled what is waiting. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Calls `look` for each text in order, and lets the page have its turn in between. */
const inTurns = async (texts: readonly string[], look: (text: string, at: number) => void): Promise<void> => {
  let units = 0;
  for (const [at, text] of texts.entries()) {
    look(text, at);
    units += text.length;
    if (units < TURN_UNITS) continue;
    units = 0;
    await turn();
  }
};

/** Texts up to the bound, from the front. */
const upTo = (texts: readonly string[], bound: number): readonly string[] => {
  let units = 0;
  const end = texts.findIndex((text) => (units += text.length) > bound);
  return end === -1 ? texts : texts.slice(0, end + 1).map((text) => text.slice(0, bound));
};

/** The beginning and the end, each text once. */
const bothEnds = (texts: readonly string[]): readonly string[] => {
  const front = upTo(texts, HALF_UNITS);
  const back = upTo(texts.slice(front.length).toReversed(), HALF_UNITS);
  return [...new Set([...front, ...back.toReversed()])];
};

/** The signs and what finds them are large: fetched when a message is read. */
const tools = async () => {
  const [{ findSigns }, { warningSigns }] = await Promise.all([import("../workflow/signs.ts"), import("../content/signs/index.ts")]);
  return { findSigns, warningSigns };
};

/**
 * Ids of the signs in these texts, each once, in the order in which they first appear. Of a long chat its beginning and its end are looked at.
 * A help to look twice, no verdict.
 */
export const signsIn = async (texts: readonly string[]): Promise<readonly string[]> => {
  const { findSigns, warningSigns } = await tools();
  const found = new Set<string>();
  await inTurns(bothEnds(texts), (text) => {
    // One that is known already need not be looked for again.
    const rest = warningSigns.filter(({ id }) => !found.has(id));
    for (const { sign } of findSigns(text, rest)) found.add(sign);
  });
  return [...found];
};

/** Cuts a text where signs begin and end; joined again, the pieces are the text. Signs may overlap. */
export const cutAtSigns = (text: string, found: readonly FoundSign[]): readonly SignPiece[] => {
  const inside = found.filter(({ from, to }) => from >= 0 && from < to && to <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? 0;
    const signs = inside.filter((one) => one.from <= from && one.to >= to).map(({ sign }) => sign);
    return { text: text.slice(from, to), signs: [...new Set(signs)] };
  });
};

const wordChar = /[\p{L}\p{N}]/u;

/** A stretch that ends inside a word, grown to the whole word, so that no number stands in its middle. */
export const toWholeWords = (text: string, found: readonly FoundSign[]): readonly FoundSign[] =>
  found.map(({ sign, from, to }) => {
    let [start, end] = [from, to];
    while (start > 0 && wordChar.test(text[start - 1] ?? "") && wordChar.test(text[start] ?? "")) start -= 1;
    while (end < text.length && wordChar.test(text[end - 1] ?? "") && wordChar.test(text[end] ?? "")) end += 1;
    return { sign, from: start, to: end };
  });

/** Each text cut at its signs, for drawing: give only the texts of the page that is shown. */
export const piecesOf = async (texts: readonly string[]): Promise<readonly (readonly SignPiece[])[]> => {
  const { findSigns, warningSigns } = await tools();
  const pieces: (readonly SignPiece[])[] = [];
  await inTurns(texts, (text) => pieces.push(cutAtSigns(text, toWholeWords(text, findSigns(text, warningSigns)))));
  return pieces;
};

/** What the directory says about a sign, for showing. */
export interface SignFacts {
  readonly id: string;
  readonly sign: string;
  readonly note: string | null;
}

/** The facts of these signs, in their order; an id that the directory no longer has is left out. */
export const signFacts = async (ids: readonly string[]): Promise<readonly SignFacts[]> => {
  const { warningSigns } = await tools();
  return ids.flatMap((id) => warningSigns.find((one) => one.id === id) ?? []);
};
