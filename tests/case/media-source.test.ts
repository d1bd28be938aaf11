import { describe, expect, test } from "vitest";
import type { Command } from "../../src/case/commands.ts";
import type { Commands } from "../../src/case/kinds.ts";
import { filesAllowed, mayLeave, mayShow, refusedFiles } from "../../src/case/media.ts";
import type { CaseState, Evidence } from "../../src/case/state.ts";
import { countRefused } from "../../src/workflow/refused-files.ts";
import { ageBits } from "../../src/workflow/view.ts";
import { adultCase, after, answer, evidence, idOf, ids, picture } from "./given.ts";

const [still, covered] = [idOf(40), idOf(41)];
const [film, stillFile, coveredFile] = [ids.file, idOf(42), idOf(43)];

const madeFrom = (source: string, sha256: string, how: "still" | "covered", change: Partial<Commands["add-evidence"]>) =>
  evidence({ pictures: [ids.adult], came: "made", source: { evidence: source, sha256, how, at: "" }, ...change });

/** A film, a frame of it, and a copy of that frame with parts covered; then somebody else was seen in the film. */
const kept = after(
  adultCase,
  ...picture(ids.other, "adult"),
  evidence({ type: "video/mp4", pictures: [ids.adult] }),
  madeFrom(ids.shot, "a".repeat(64), "still", { evidence: still, file: stillFile, sha256: "b".repeat(64) }),
  madeFrom(still, "b".repeat(64), "covered", { evidence: covered, file: coveredFile, sha256: "c".repeat(64) }),
  { do: "add-evidence-about", evidence: ids.shot, about: [], pictures: [ids.other] },
);
const corrected = (age: "under18" | "unknown"): CaseState => after(kept, { do: "answer-age", picture: ids.other, age });
const print = (of: string) =>
  answer(corrected("under18"), { do: "fingerprint-evidence", evidence: of, md5: null, pdq: null, quality: null });

describe("what was made from a file", () => {
  test("shows while the file shows", () => {
    for (const one of [ids.shot, still, covered]) expect(mayShow(kept, one)).toBe(true);
  });

  test.each(["under18", "unknown"] as const)("is hidden, kept back and not backed up with it, where somebody in the file is %s", (age) => {
    const state = corrected(age);
    for (const one of [ids.shot, still, covered]) {
      expect(mayShow(state, one)).toBe(false);
      expect(mayLeave(state, one, "police")).toBe(false);
    }
    expect(refusedFiles(state)).toEqual([ids.shot, still, covered]);
    for (const file of [film, stillFile, coveredFile]) expect(filesAllowed(state).has(file)).toBe(false);
    const again = after(state, { do: "answer-age", picture: ids.other, age: "adult" });
    expect(filesAllowed(again)).toEqual(new Set([film, stillFile, coveredFile]));
  });

  test("stays hidden when the file is deleted", () => {
    const state = after(corrected("under18"), { do: "forget-original", evidence: ids.shot, reason: "asked a lawyer" });
    expect([still, covered].map((one) => mayShow(state, one))).toEqual([false, false]);
  });

  test("is not fingerprinted", () => {
    expect(print(still)).toBe("media-under-18");
    expect(print(covered)).toBe("media-under-18");
  });

  test("is not made any more, nor joined to anything", () => {
    const frame = madeFrom(ids.shot, "a".repeat(64), "still", { evidence: idOf(50), file: idOf(51), sha256: "d".repeat(64) });
    expect(answer(kept, frame)).toBe("ok");
    expect(answer(corrected("under18"), frame)).toBe("media-under-18");
    expect(answer(corrected("unknown"), frame)).toBe("media-age-unknown");
    const joined = { do: "add-evidence-about", evidence: still, about: ["case"], pictures: [] } as const;
    expect(answer(kept, joined)).toBe("ok");
    expect(answer(corrected("under18"), joined)).toBe("media-under-18");
  });

  test("tells of the file itself, and of all else that was made from it, who is seen there", () => {
    const another = idOf(52);
    const seen = after(
      adultCase,
      ...picture(ids.other, "adult"),
      evidence({ type: "video/mp4", pictures: [ids.adult] }),
      madeFrom(ids.shot, "a".repeat(64), "still", { evidence: still, file: stillFile, sha256: "b".repeat(64) }),
      madeFrom(ids.shot, "a".repeat(64), "still", { evidence: another, file: idOf(53), sha256: "d".repeat(64) }),
      madeFrom(still, "b".repeat(64), "covered", { evidence: covered, file: coveredFile, sha256: "c".repeat(64) }),
      // It came in again, from somewhere else, and was recognised there.
      { do: "add-evidence-about", evidence: covered, about: [], pictures: [ids.other] },
    );
    const all = [ids.shot, still, another, covered];
    expect(all.map((one) => mayShow(seen, one))).toEqual([true, true, true, true]);
    for (const age of ["under18", "unknown"] as const) {
      const state = after(seen, { do: "answer-age", picture: ids.other, age });
      expect(all.map((one) => mayShow(state, one))).toEqual([false, false, false, false]);
      expect(countRefused(state, ageBits[age])).toBe(4);
      expect(
        answer(state, madeFrom(ids.shot, "a".repeat(64), "still", { evidence: idOf(50), file: idOf(51), sha256: "e".repeat(64) })),
      ).toBe(age === "under18" ? "media-under-18" : "media-age-unknown");
    }
    // A copy in which nobody is seen says nothing of anybody.
    const covers = after(
      seen,
      ...picture(idOf(54), "under18"),
      madeFrom(ids.shot, "a".repeat(64), "covered", {
        evidence: idOf(55),
        file: idOf(56),
        sha256: "f".repeat(64),
        about: ["case"],
        pictures: [ids.adult],
      }),
    );
    expect(mayShow(covers, ids.shot)).toBe(true);
  });

  test("in whom somebody was recognised can be erased once that is written on the file itself, which lets nothing in", () => {
    const joined: Command = { do: "add-evidence-about", evidence: still, about: [], pictures: [ids.other] };
    const state = after(
      adultCase,
      ...picture(ids.other, "adult"),
      evidence({ type: "video/mp4", pictures: [ids.adult] }),
      madeFrom(ids.shot, "a".repeat(64), "still", { evidence: still, file: stillFile, sha256: "b".repeat(64) }),
      joined,
      { do: "answer-age", picture: ids.other, age: "under18" },
    );
    const erased = (from: CaseState): CaseState => ({ ...from, evidence: new Map([...from.evidence].filter(([id]) => id !== still)) });
    // What the log alone would say then.
    expect(mayShow(erased(state), ids.shot)).toBe(true);
    const told = after(state, { do: "add-evidence-about", evidence: ids.shot, about: [], pictures: [ids.other] });
    expect(mayShow(erased(told), ids.shot)).toBe(false);
    expect(countRefused(erased(told), ageBits.under18)).toBe(1);
    // Nothing but that.
    expect(answer(state, { do: "add-evidence-about", evidence: ids.shot, about: ["case"], pictures: [ids.other] })).toBe("media-under-18");
    const more = after(state, ...picture(idOf(57), "adult"));
    expect(answer(more, { do: "add-evidence-about", evidence: ids.shot, about: [], pictures: [ids.other, idOf(57)] })).toBe(
      "media-under-18",
    );
  });

  test("is asked for by thousands of frames of one film, each of which would walk all others", () => {
    const frames = Array.from({ length: 3_000 }, (_, n): Evidence => {
      const item = kept.evidence.get(still);
      if (item === undefined) throw new Error("not kept");
      return { ...item, id: idOf(10_000 + n), file: idOf(20_000 + n) };
    });
    const state: CaseState = {
      ...corrected("under18"),
      evidence: new Map([...kept.evidence, ...frames.map((one) => [one.id, one] as const)]),
    };
    expect(refusedFiles(state).length).toBe(3_003);
    expect(countRefused(state, ageBits.under18)).toBe(3_003);
  });

  test("of a file that is not known any more may show anybody in the case", () => {
    const lost = (state: CaseState): CaseState => ({ ...state, evidence: new Map([...state.evidence].filter(([id]) => id !== ids.shot)) });
    expect(mayShow(lost(kept), still)).toBe(true);
    expect(mayShow(lost(corrected("under18")), still)).toBe(false);
  });

  test("in a circle, which decide never writes, does not hang it", () => {
    const circle = new Map<string, Evidence>(kept.evidence);
    const item = kept.evidence.get(ids.shot);
    if (item === undefined) throw new Error("not kept");
    circle.set(ids.shot, { ...item, source: { evidence: covered, sha256: "c".repeat(64), how: "still", at: "" } });
    expect(mayShow({ ...kept, evidence: circle }, ids.shot)).toBe(true);
    expect(mayShow({ ...corrected("unknown"), evidence: circle }, covered)).toBe(false);
  });
});
