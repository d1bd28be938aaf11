import { describe, expect, test } from "vitest";
import { filesAllowedAfterLoss } from "../../src/case/after-loss.ts";
import { decodeEntry, type Read } from "../../src/case/decode.ts";
import { decide } from "../../src/case/decide.ts";
import { emptyCase, fold } from "../../src/case/fold.ts";
import type { Command } from "../../src/case/commands.ts";
import { evidence, ids, idOf, now, picture } from "./given.ts";

/** Entries of a log in which `lost` places before `later` are gone. */
const log = (before: readonly Command[], lost: number, later: readonly Command[]): readonly Read[] => {
  let reads: readonly Read[] = [];
  let seq = 0;
  const append = (command: Command): void => {
    const decided = decide(fold(emptyCase, reads), command, { now });
    if (!decided.ok) throw new Error(decided.error.code);
    reads = [...reads, ...decided.value.map(({ kind, body }) => decodeEntry({ seq: seq++, at: now, offset: 0, kind, body }))];
  };
  before.forEach(append);
  seq += lost;
  later.forEach(append);
  return reads;
};
const seqs = (reads: readonly Read[]): readonly number[] => reads.map(({ seq }) => seq);
const lastLost = (reads: readonly Read[]): number => {
  const there = new Set(seqs(reads));
  return Array.from({ length: Math.max(...there) }, (_, seq) => seq).findLast((seq) => !there.has(seq)) ?? -1;
};

describe("where entries are lost, an answer about an age may be among them", () => {
  const shot: readonly Command[] = [{ do: "open-case" }, ...picture(ids.adult, "adult"), evidence({ pictures: [ids.adult] })];
  const text = evidence({ evidence: idOf(41), file: idOf(42), type: "text/plain", sha256: "b".repeat(64) });
  const again: Command = { do: "answer-age", picture: ids.adult, age: "adult" };

  test("so a picture stays out until its age is answered again, and what is text goes", () => {
    const reads = log([...shot, text], 2, [{ do: "add-picture", picture: ids.other, label: "" }]);
    expect([...filesAllowedAfterLoss(reads, lastLost(reads))]).toEqual([idOf(42)]);
    const answered = log([...shot, text], 2, [again]);
    expect([...filesAllowedAfterLoss(answered, lastLost(answered))].toSorted()).toEqual([ids.file, idOf(42)].toSorted());
  });

  test("also while any other picture of the case is not answered: a page may show another than was said", () => {
    const reads = log(shot, 1, [again, { do: "add-picture", picture: ids.other, label: "" }]);
    expect([...filesAllowedAfterLoss(reads, lastLost(reads))]).toEqual([]);
  });

  test("an answer that says under 18 counts wherever it stands", () => {
    const reads = log([...shot, { ...again, age: "under18" }], 1, [{ do: "add-picture", picture: ids.other, label: "" }]);
    expect([...filesAllowedAfterLoss(reads, lastLost(reads))]).toEqual([]);
  });
});
