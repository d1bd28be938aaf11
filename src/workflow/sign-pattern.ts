/**
 * A sign pattern is gap-free regular expressions joined by `.{0,n}` (in this order, at most n characters apart), parts joined by ` && `
 * (all in the same sentence, any order) and closed by ` !! ` (nothing of it in the sentence). `~~ ` before it widens the sentence to a few
 * in a row. The gaps are walked by hand instead of by
 * the regular-expression engine, whose work would grow with their product: here it grows with the sentence.
 */
export interface SignPattern {
  readonly wide: boolean;
  readonly parts: readonly Chain[];
  readonly unless: readonly string[];
}
interface Chain {
  readonly pieces: readonly string[];
  /** Between piece i and piece i + 1. */
  readonly gaps: readonly number[];
}
/** Half open, in UTF-16 units of the clause. */
export type Stretch = readonly [from: number, to: number];

const chainOf = (source: string): Chain => {
  const split = source.split(/\.\{0,(\d+)\}/u);
  return { pieces: split.filter((_, i) => i % 2 === 0), gaps: split.filter((_, i) => i % 2 === 1).map(Number) };
};

export const parseSignPattern = (source: string): SignPattern => {
  const wide = source.startsWith("~~ ");
  const [wanted = "", ...unless] = source.slice(wide ? 3 : 0).split(" !! ");
  return { wide, parts: wanted.split(" && ").map(chainOf), unless };
};

/** Where a piece stands in the clause; every piece is looked for once per clause. */
export const pieceFinder = (clause: string, compiled: Map<string, RegExp>): ((piece: string) => readonly Stretch[]) => {
  const known = new Map<string, readonly Stretch[]>();
  return (piece) => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    let pattern = compiled.get(piece);
    if (pattern === undefined) {
      pattern = new RegExp(piece, "giu");
      compiled.set(piece, pattern);
    }
    const hits: Stretch[] = [];
    for (const match of clause.matchAll(pattern)) {
      if (match[0] !== "") hits.push([match.index, match.index + match[0].length]);
    }
    known.set(piece, hits);
    return hits;
  };
};

/** All ends that a chain reaches, each with where it began: one pass per piece. */
const reached = (chain: Chain, find: (piece: string) => readonly Stretch[]): readonly Stretch[] => {
  let ends: readonly Stretch[] = find(chain.pieces[0] ?? "");
  for (let i = 1; i < chain.pieces.length && ends.length > 0; i++) {
    const gap = chain.gaps[i - 1] ?? 0;
    const next: Stretch[] = [];
    let last = -1;
    for (const [from, to] of find(chain.pieces[i] ?? "")) {
      while (last + 1 < ends.length && (ends[last + 1]?.[1] ?? Infinity) <= from) last++;
      const nearest = ends[last];
      if (nearest !== undefined && from - nearest[1] <= gap) next.push([nearest[0], to]);
    }
    ends = next;
  }
  return ends;
};

/** Where the pattern holds in the clause: the stretch of its first part, once for each place, widened by the others. */
export const matchSignPattern = (pattern: SignPattern, find: (piece: string) => readonly Stretch[]): readonly Stretch[] => {
  const [first, ...others] = pattern.parts.map((chain) => reached(chain, find));
  if (first === undefined || first.length === 0 || others.some((other) => other.length === 0)) return [];
  if (pattern.unless.some((piece) => find(piece).length > 0)) return [];
  return first;
};
