/** A log as far as its place among others matters. */
export interface LineLog {
  readonly log: string;
  readonly size: number;
  /** Milliseconds by the device's clock; undefined where an entry is erased or lost. */
  readonly at: (seq: number) => number | undefined;
  /** Entries that name another log: before each stands what that one held up to `size`. In order of `seq`. */
  readonly marks: readonly LogMark[];
}
export interface LogMark {
  readonly seq: number;
  readonly log: string;
  readonly size: number;
}
/** One entry's place: which log, and its number there. */
export interface Place {
  readonly log: string;
  readonly seq: number;
  /** It came with another copy, from after the two had parted. */ readonly brought?: true;
  /** No entry that can be read leads to it: what named it is damaged. */ readonly loose?: true;
}

/** A hostile backup could name logs that name others many times: after so many, or so many entries gone through, it is walked no further. */
const mostWalks = 1_000;
const mostSteps = 4_000_000;

/**
 * The entries of a case that has several logs, as one line. What an entry names comes before it: the history of a restored case, or another copy
 * that went on by itself and was brought in. From where two copies parted, their entries stand by time; each log keeps its own order. Depends on
 * the logs alone, and an entry that is appended stands last. Every entry of every log stands once; logs that are not there are passed over. What
 * nothing leads to (a damaged row can hide the only entry that named it) is `loose`: it stands behind what it is known to follow, else in front.
 */
export const lineOf = (own: string, logs: ReadonlyMap<string, LineLog>): readonly Place[] => {
  let walks = 0;
  let steps = 0;
  const isOver = (): boolean => walks >= mostWalks || steps >= mostSteps;
  const walk = (log: LineLog, size: number, above: readonly string[]): readonly Place[] => {
    let line: readonly Place[] = [];
    const put: Place[] = [];
    let next = 0;
    const take = (until: number): void => {
      for (; next < until; next++) put.push({ log: log.log, seq: next });
    };
    for (const mark of log.marks) {
      const other = logs.get(mark.log);
      if (mark.seq >= size || other === undefined || isOver() || above.includes(mark.log) || mark.log === log.log) continue;
      walks++;
      take(mark.seq);
      const theirs = walk(other, Math.min(mark.size, other.size), [...above, log.log]);
      line = join(logs, [...line, ...put.splice(0)], theirs);
      steps += line.length + theirs.length;
    }
    take(Math.min(size, log.size));
    return [...line, ...put];
  };
  const first = logs.get(own);
  if (first === undefined) return [];
  let line = walk(first, first.size, []);
  const have = new Set(line.map(keyOf));
  const isNew = (place: Place): boolean => !have.has(keyOf(place));
  const lost: Place[] = [];
  for (const log of logs.values()) {
    if (placesOf(log).every((place) => !isNew(place))) continue;
    const theirs = isOver() ? placesOf(log) : walk(log, log.size, []);
    walks++;
    const loose = theirs.filter(isNew).map(({ log: from, seq }): Place => ({ log: from, seq, loose: true }));
    for (const place of loose) have.add(keyOf(place));
    const known = new Set(theirs.map(keyOf));
    const after = isOver() ? 0 : line.findLastIndex((place) => known.has(keyOf(place))) + 1;
    if (after === 0) lost.push(...loose);
    else line = [...line.slice(0, after), ...loose, ...line.slice(after)];
    steps += line.length + theirs.length;
  }
  return [...lost, ...line];
};

const placesOf = ({ log, size }: LineLog): readonly Place[] => Array.from({ length: size }, (_, seq) => ({ log, seq }));
const keyOf = ({ log, seq }: Place): string => `${log} ${String(seq)}`;

/** What both know stays in front; behind it what only one of them knows, by time. */
const join = (logs: ReadonlyMap<string, LineLog>, mine: readonly Place[], theirs: readonly Place[]): readonly Place[] => {
  if (mine.length === 0) return theirs;
  const known = new Set(theirs.map(keyOf));
  const common = mine.findLastIndex((place) => known.has(keyOf(place))) + 1;
  const have = new Set(mine.map(keyOf));
  const a = timed(logs, mine.slice(common));
  const b = timed(
    logs,
    theirs.flatMap((place) => (have.has(keyOf(place)) ? [] : [{ ...place, brought: true as const }])),
  );
  const out: Place[] = mine.slice(0, common);
  let [i, j] = [0, 0];
  for (let left = a[i], right = b[j]; left !== undefined || right !== undefined; left = a[i], right = b[j]) {
    const takesLeft = left !== undefined && (right === undefined || left.at <= right.at);
    const taken = takesLeft ? left : right;
    if (taken !== undefined) out.push(taken.place);
    if (takesLeft) i++;
    else j++;
  }
  return out;
};

/** Times that never go back, so that each side keeps its order; where there is none, that of the entry before. */
const timed = (logs: ReadonlyMap<string, LineLog>, places: readonly Place[]): readonly { readonly place: Place; readonly at: number }[] => {
  let last = -Infinity;
  return places.map((place) => {
    last = Math.max(last, logs.get(place.log)?.at(place.seq) ?? last);
    return { place, at: last };
  });
};
