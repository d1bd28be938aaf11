import type { CaseState, StepMark } from "../case/state.ts";

/** Ticks and skips by step, then by subject. */
export interface MarkIndex {
  readonly of: (step: string) => ReadonlyMap<string, StepMark> | undefined;
  /** Entry of the first mark of a step; infinity without one. */
  readonly first: (step: string) => number;
}

const oldest = (mark: StepMark): StepMark => {
  let found = mark;
  while (found.before !== null) found = found.before;
  return found;
};

export const indexMarks = (state: CaseState): MarkIndex => {
  const byStep = new Map<string, Map<string, StepMark>>();
  for (const [key, mark] of state.steps) {
    const bar = key.indexOf("|");
    const step = key.slice(0, bar);
    const marks = byStep.get(step) ?? new Map<string, StepMark>();
    marks.set(key.slice(bar + 1), mark);
    byStep.set(step, marks);
  }
  return {
    of: (step) => byStep.get(step),
    first: (step) => {
      let first = Number.POSITIVE_INFINITY;
      for (const mark of byStep.get(step)?.values() ?? []) first = Math.min(first, oldest(mark).seq);
      return first;
    },
  };
};

/** The tick or skip that counts for one subject, and the new fact that made the newest one void. */
export interface Counted {
  readonly mark: StepMark | null;
  readonly reopened: string | null;
}
export const noMark: Counted = { mark: null, reopened: null };

/**
 * What stands on a subject itself and on the batch that it belongs to, read together. A tick counts until something new is known:
 * a skip that came later was about the rest of the batch. `voidedBy`: the new fact after a mark, if any.
 */
export const whatCounts = (
  own: StepMark | undefined,
  wide: StepMark | undefined,
  voidedBy: (mark: StepMark) => string | undefined,
): Counted => {
  let newest: StepMark | null = null;
  let skipped: StepMark | null = null;
  for (const top of [own, wide]) {
    for (let mark = top ?? null; mark !== null; mark = mark.before) {
      if (newest === null || mark.seq > newest.seq) newest = mark;
      if (voidedBy(mark) !== undefined) break;
      if (mark.mark === "done") return { mark, reopened: null };
      skipped ??= mark;
    }
  }
  if (skipped !== null || newest === null) return { mark: skipped, reopened: null };
  return { mark: null, reopened: voidedBy(newest) ?? null };
};
