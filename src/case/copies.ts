import type { CopySource } from "./evidence-events.ts";
import type { Id } from "./events.ts";
import type { CaseState, Evidence } from "./state.ts";

/** Files that were made from each other. */
export interface Family {
  /** What a file was made from, and that again, nearest first; undefined: named and not known. */
  readonly sources: readonly (Evidence | undefined)[];
  /** The first of them all, as far as it is named; undefined: a file that is not kept yet, and was made from nothing. */
  readonly root: Id | undefined;
}

/** A log that was put back could name sources in a circle. */
export const familyOf = (
  state: CaseState,
  { id, source }: { readonly id?: Id; readonly source: Pick<CopySource, "evidence"> | null },
): Family => {
  const found = new Map<Id, Evidence | undefined>();
  for (let from = source; from !== null && !found.has(from.evidence); from = found.get(from.evidence)?.source ?? null)
    found.set(from.evidence, state.evidence.get(from.evidence));
  return { sources: [...found.values()], root: [...found.keys()].at(-1) ?? id };
};

/** Kept beside the map it was worked out from, since every file asks for it. */
const bySource = new WeakMap<CaseState["evidence"], ReadonlyMap<Id, readonly Evidence[]>>();

const madeFrom = ({ evidence }: CaseState): ReadonlyMap<Id, readonly Evidence[]> => {
  const known = bySource.get(evidence);
  if (known !== undefined) return known;
  const made = new Map<Id, Evidence[]>();
  for (const item of evidence.values()) {
    if (item.source === null) continue;
    const beside = made.get(item.source.evidence);
    if (beside === undefined) made.set(item.source.evidence, [item]);
    else beside.push(item);
  }
  bySource.set(evidence, made);
  return made;
};

/** Everything that was made from this file, and from that again: pages, frames and copies. */
export const copiesOf = (state: CaseState, file: Id): readonly Evidence[] => {
  const made = madeFrom(state);
  if (made.size === 0) return [];
  // A set goes on over what is added to it meanwhile, and takes nothing in twice.
  const seen = new Set([file]);
  const copies = new Set<Evidence>();
  for (const one of seen)
    for (const copy of made.get(one) ?? []) {
      copies.add(copy);
      seen.add(copy.id);
    }
  return [...copies];
};
