import type { CopySource } from "./evidence-events.ts";
import type { Id } from "./events.ts";
import type { CaseState, Evidence } from "./state.ts";

/** What a file was made from, and that again, nearest first; undefined: named and not known. A log that was put back could name them in a circle. */
export const sourcesOf = (state: CaseState, source: Pick<CopySource, "evidence"> | null): readonly (Evidence | undefined)[] => {
  const found = new Map<Id, Evidence | undefined>();
  for (let from = source; from !== null && !found.has(from.evidence); from = found.get(from.evidence)?.source ?? null)
    found.set(from.evidence, state.evidence.get(from.evidence));
  return [...found.values()];
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

/** Everything that was made from these files, and from that again: pages, frames and copies. */
export const copiesOf = (state: CaseState, files: readonly Id[]): readonly Evidence[] => {
  const made = madeFrom(state);
  if (made.size === 0) return [];
  // A set goes on over what is added to it meanwhile, and takes nothing in twice.
  const seen = new Set(files);
  const copies = new Set<Evidence>();
  for (const file of seen)
    for (const copy of made.get(file) ?? []) {
      copies.add(copy);
      seen.add(copy.id);
    }
  return [...copies];
};
