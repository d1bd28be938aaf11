import type { BackupLine, BackupLoss } from "./backup-types.ts";
import type { Entry } from "./entry.ts";
import type { ReadCase } from "./read-case.ts";
import type { Damage } from "./types.ts";

/** Stands for the leaf of an entry that was lost: nothing hashes to it. */
const lostLeaf = new Uint8Array(32);

/** Of a log that came out of a backup: an entry that could not be read when that was made. */
export const isLost = (entry: Entry): boolean => entry.state === "erased" && isLostLine(entry);
export const isLostLine = (line: BackupLine): boolean =>
  "leaf" in line && line.leaf.length === lostLeaf.length && line.leaf.every((byte) => byte === 0);

/** Every entry of a log in order, a lost one as the leaf that stands for it. */
export function* entriesWithLost({ state, segments }: ReadCase): Generator<Entry> {
  let seq = 0;
  const until = function* (end: number): Generator<Entry> {
    for (; seq < end; seq++) yield { state: "erased", leaf: lostLeaf };
  };
  for (const { ref, segment } of segments) {
    yield* until(ref.first);
    yield* segment?.entries ?? [];
    seq += segment?.entries.length ?? 0;
  }
  yield* until(state.head.tree.size);
}

/** Runs of what is lost in a list. */
export const lostRuns = (isLostAt: readonly boolean[]): BackupLoss["entries"] => {
  const runs: [first: number, count: number][] = [];
  for (const [seq, lost] of isLostAt.entries()) {
    const last = runs.at(-1);
    if (!lost) continue;
    if (last !== undefined && last[0] + last[1] === seq) last[1] += 1;
    else runs.push([seq, 1]);
  }
  return runs;
};

/** undefined: nothing is lost. */
export const lossOf = (loss: BackupLoss): BackupLoss | undefined =>
  loss.entries.length > 0 || loss.files.length > 0 || loss.secrets > 0 || loss.seal || loss.root ? loss : undefined;

/** What stays named where such a log is kept again. Files that are absent are named in its head. */
export const scarsOf = (loss: BackupLoss | undefined): readonly Damage[] => {
  const scars: Damage[] = [];
  if (loss === undefined) return scars;
  if (loss.root) scars.push({ what: "head", number: 0, why: "altered" });
  if (loss.entries.length > 0) scars.push({ what: "segment", number: 0, why: "missing" });
  if (loss.secrets > 0) scars.push({ what: "secret", number: 1, why: "missing" });
  return scars;
};
