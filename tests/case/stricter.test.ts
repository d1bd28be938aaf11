import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageOf } from "../../src/case/ages.ts";
import type { Command } from "../../src/case/commands.ts";
import { decide } from "../../src/case/decide.ts";
import { decodeEntry, type Read } from "../../src/case/decode.ts";
import type { Age } from "../../src/case/events.ts";
import { emptyCase, fold } from "../../src/case/fold.ts";
import { filesAllowed } from "../../src/case/media.ts";
import type { CaseState } from "../../src/case/state.ts";
import { saysOtherwise, strictAnswers } from "../../src/case/stricter.ts";
import { stored } from "./arbitrary.ts";
import { adultCase, after, evidence, ids, idOf, link, now, opened } from "./given.ts";

const start = after(opened, { do: "add-picture", picture: ids.adult, label: "" }, link(ids.link));
/** Entries of these commands, as they would be read back in that state. */
const reads = (state: CaseState, ...commands: readonly Command[]): readonly Read[] =>
  commands.flatMap((command) => {
    const decided = decide(state, command, { now });
    if (!decided.ok) throw new Error(decided.error.code);
    return stored(decided.value, state.size, now).map(decodeEntry);
  });
const base = reads(emptyCase, { do: "open-case" }).concat(
  reads(opened, { do: "add-picture", picture: ids.adult, label: "" }, link(ids.link)),
);
const age = (answer: Age): Command => ({ do: "answer-age", picture: ids.adult, age: answer });
const minor = (value: "yes" | "no"): Command => ({ do: "answer-fact", fact: "minorNow", value });
/** The line of both, and what is appended. */
const joined = (line: readonly Read[], answers: ReturnType<typeof strictAnswers>): CaseState =>
  fold(emptyCase, [...line, ...stored(answers, 0, now).map(decodeEntry)]);

const strict: readonly Age[] = ["adult", "unknown", "under18"];
const worst = (...sides: readonly CaseState[]): string | undefined =>
  strict.findLast((one) => sides.some((state) => ageOf(state, ids.adult) === one));

describe("two copies of a case brought together", () => {
  test("end with the stricter age, in whatever order their entries come to stand", () => {
    let differed = 0;
    const answers = fc.array(
      fc.oneof(
        fc.constantFrom(...strict).map((one) => reads(start, age(one))),
        fc.constantFrom("yes", "no").map((one) => reads(start, minor(one))),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(answers, answers, fc.infiniteStream(fc.boolean()), (a, b, takesLeft) => {
        const [left, right] = [
          [...base, ...a.flat()],
          [...base, ...b.flat()],
        ];
        // Even an order that neither side had: what both brought may stand at the place of one.
        const all = [...a, ...b].map((one) => ({ one, key: takesLeft.next().value })).toSorted((x, y) => Number(x.key) - Number(y.key));
        const line = [...base, ...all.flatMap(({ one }) => one)];
        const [mine, theirs] = [fold(emptyCase, left), fold(emptyCase, right)];
        const after = joined(line, strictAnswers(left, right));
        if (ageOf(mine, ids.adult) !== ageOf(theirs, ids.adult)) differed++;
        const expected = worst(mine, theirs);
        if (expected !== undefined) expect(ageOf(after, ids.adult)).toBe(expected);
        expect(after.facts.minorNow === "yes").toBe(mine.facts.minorNow === "yes" || theirs.facts.minorNow === "yes");
      }),
      { numRuns: 500 },
    );
    expect(differed).toBeGreaterThan(50);
  });

  test("a held file stays held though the other clock is ahead", () => {
    const all = after(adultCase, evidence({ pictures: [ids.adult] }));
    const file = evidence({ pictures: [ids.adult] });
    const first = [...base, ...reads(start, age("adult"))];
    const kept = [...first, ...reads(fold(emptyCase, first), file)];
    const [mine, theirs] = [
      [...kept, ...reads(start, age("under18"))],
      [...kept, ...reads(start, age("unknown")), ...reads(start, age("adult"))],
    ];
    const line = [...mine, ...theirs.slice(kept.length)];
    expect([...filesAllowed(all)]).toEqual([ids.file]);
    expect([...filesAllowed(joined(line, []))]).toEqual([ids.file]);
    expect([...filesAllowed(joined(line, strictAnswers(mine, theirs)))]).toEqual([]);
  });

  test("say nothing more where only one thing was ever said", () => {
    const mine = [...base, ...reads(start, age("adult"), minor("no"))];
    expect(strictAnswers(mine, [...base, ...reads(start, age("adult"))])).toEqual([]);
    expect(strictAnswers(base, mine)).toEqual([]);
  });

  test("a link shows what either says, and any picture where one says none", () => {
    const two = after(start, { do: "add-picture", picture: ids.other, label: "" });
    const shows = (...pictures: readonly string[]): readonly Read[] => [
      ...base,
      ...reads(start, { do: "add-picture", picture: ids.other, label: "" }),
      ...reads(two, { do: "set-link-pictures", link: ids.link, pictures }),
    ];
    const said = (a: readonly Read[], b: readonly Read[]): unknown => strictAnswers(a, b).map(({ body }) => body);
    expect(said(shows(ids.adult), shows(ids.other))).toEqual([{ link: ids.link, pictures: [ids.adult, ids.other] }]);
    expect(said(shows(ids.adult), shows())).toEqual([{ link: ids.link, pictures: [] }]);
    expect(said(shows(ids.adult), base)).toEqual([]);
  });

  test("that say different things of one file or item are told apart from copies that went on", () => {
    const came = evidence({ pictures: [ids.adult] });
    const kept = after(adultCase, came);
    const one = reads(adultCase, came);
    const more = [...one, ...reads(kept, evidence({ evidence: idOf(80), file: idOf(81), sha256: "b".repeat(64), pictures: [ids.adult] }))];
    expect(saysOtherwise(one, more)).toBe(false);
    expect(saysOtherwise(more, one)).toBe(false);
    // What is said of an item later, on one side, is no other item.
    const joined = [...one, ...reads(kept, { do: "add-evidence-about", evidence: ids.shot, about: ["case"], pictures: [] })];
    expect(saysOtherwise(one, joined)).toBe(false);
    expect(saysOtherwise(joined, one)).toBe(false);
    const change = (made: Parameters<typeof evidence>[0]): readonly Read[] =>
      reads(adultCase, evidence({ pictures: [ids.adult], ...made }));
    // The one that stands first counts.
    expect(saysOtherwise(one, [...change({ pictures: [] }), ...one])).toBe(true);
    expect(saysOtherwise(one, change({ type: "text/plain" }))).toBe(true);
    expect(saysOtherwise(one, change({ pictures: [] }))).toBe(true);
    expect(saysOtherwise(one, change({ file: idOf(82) }))).toBe(true);
    expect(saysOtherwise(one, change({ evidence: idOf(83) }))).toBe(true);
  });
});
