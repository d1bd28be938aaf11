import { matchSignPattern, parseSignPattern, pieceFinder, type SignPattern, type Stretch } from "./sign-pattern.ts";
import { clausesOf, flattened, passagesOf, readable } from "./sign-text.ts";

/** What is looked for; `WarningSign` in content/types.ts has it. */
export interface SignPatterns {
  readonly id: string;
  readonly patterns: readonly string[];
  readonly negation: "cancels" | "kept";
}
/** A named warning sign; positions are UTF-16 indices into the text as given, half open. Same shape as in evidence/types.ts. */
export interface FoundSign {
  readonly sign: string;
  readonly from: number;
  readonly to: number;
}

/** Turns of phrase that hold a "not" and deny nothing that follows. */
const EMPTY_NEGATIONS =
  /\b(?:do not|don't|dont|never|no need to) (?:worry|hesitate|wait|ignore|miss|delay|waste|be (?:afraid|scared|stupid)|panic|block|play|try|think|even|forget)\b|\b(?:no worries|no problem|no time|no matter|no doubt|no joke|no questions|not only|not just|why not|or not|if not|not (?:joking|kidding|yet|there|here|a scam|a joke)|no scam|isn't a scam|if (?:you|u) (?:do not|don't|dont|cannot|can't)|cannot stop)\b/giu;
const NEGATION =
  /\b(?:not|never|no|nobody|no one|none|without|cannot|nor|neither|instead of|refuse[ds]? to|dont|wont|doesnt|didnt|isnt|free of|[a-z]{2,7}n't)\b/iu;
/** A new thought begins: what was denied before it is not denied after it. */
const NEW_THOUGHT =
  /[,:–—] (?:and |so |then )?(?:please |just |kindly |simply )?(?:send|pay|we|i|i'll|you|u|reply|give|tell|install|contact|message|transfer|add|write|upload|forward|text|dm|share|confirm|provide)\b|\b(?:but|unless|until|otherwise|then|or i|or we|or else|so that|because)\b|[()]|[.!?](?=\s)|;/giu;
/** The writer warns of the thing instead of doing it. */
const WARNING =
  /\b(?:beware|be careful|watch out|scams?|scammers?|fraudsters?|fraudulent|if (?:anyone|someone|anybody|somebody|a site|they|he|she) (?:asks?|tells?|offers?|says?|wants?|demands?|threatens?)|(?:nobody|no one|none of us|anyone) (?:from|who)|(?:nobody|no one|none of us) will (?:ever )?(?:ask|call|contact|write|tell)|people who|companies (?:that|who|which)|some (?:companies|people|sites)|they are often|it is (?:not )?safe|is (?:that|this|it) normal|report (?:anyone|accounts))\b/iu;

const SCOPE = 120;

const isDenied = (clause: string, at: number): boolean => {
  const whole = clause.replace(EMPTY_NEGATIONS, " ");
  if (WARNING.test(whole)) return true;
  const before = clause.slice(Math.max(0, at - SCOPE), at).replace(EMPTY_NEGATIONS, " ");
  let from = 0;
  for (const thought of before.matchAll(NEW_THOUGHT)) from = thought.index + thought[0].length;
  return NEGATION.test(before.slice(from));
};

const parsed = new Map<string, SignPattern>();
const patternOf = (source: string): SignPattern => {
  const known = parsed.get(source) ?? parseSignPattern(source);
  parsed.set(source, known);
  return known;
};
const compiled = new Map<string, RegExp>();

/** First place in the stretch of text that is not denied, or undefined. */
const inStretch = (sign: SignPatterns, wide: boolean, text: string, find: (piece: string) => readonly Stretch[]): Stretch | undefined => {
  for (const source of sign.patterns) {
    const pattern = patternOf(source);
    if (pattern.wide !== wide) continue;
    for (const place of matchSignPattern(pattern, find)) {
      if (sign.negation === "kept" || !isDenied(text, place[0])) return place;
    }
  }
  return undefined;
};

/**
 * Names the warning signs in a message, at most one per sign and sentence, in the order of the text. English only; a help to look twice, no verdict.
 * The work grows with the length of the text alone: sentences are cut short and the gaps of a pattern are walked in one pass (sign-pattern.ts).
 */
export const findSigns = (text: string, signs: readonly SignPatterns[]): readonly FoundSign[] => {
  const { text: plain, at } = readable(text);
  const found: FoundSign[] = [];
  const look = (stretches: readonly Stretch[], wide: boolean): void => {
    for (const [from, to] of stretches) {
      const stretch = flattened(plain.slice(from, to));
      const find = pieceFinder(stretch, compiled);
      const [start, end] = [at[from] ?? 0, at[to] ?? text.length];
      for (const sign of signs) {
        if (wide && found.some((item) => item.sign === sign.id && item.from >= start && item.to <= end)) continue;
        const match = inStretch(sign, wide, stretch, find);
        if (match !== undefined) found.push({ sign: sign.id, from: at[from + match[0]] ?? 0, to: at[from + match[1]] ?? text.length });
      }
    }
  };
  const clauses = clausesOf(plain);
  look(clauses, false);
  look(passagesOf(clauses), true);
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
};
