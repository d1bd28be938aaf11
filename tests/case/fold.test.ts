import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodies } from "../../src/case/bodies.ts";
import { decodeEntry, type Read } from "../../src/case/decode.ts";
import type { LogEntry } from "../../src/case/events.ts";
import { emptyCase, fold } from "../../src/case/fold.ts";
import { arbitraryHistory, startOfHistory } from "./arbitrary.ts";
import { frozen } from "./frozen.ts";
import { adultCase, after, bundle, evidence, report } from "./given.ts";
import { referenceFold } from "./reference.ts";

const readAll = (entries: readonly LogEntry[]): readonly Read[] => entries.map(decodeEntry);
const ids = ["0", "1", "2"].map((digit) => digit.repeat(32));

/** Bodies with fields of the real names, and with values that are right, nearly right, or anything. */
const nearlyBody = fc.dictionary(
  fc.constantFrom(
    "link",
    "picture",
    "evidence",
    "report",
    "text",
    "key",
    "host",
    "site",
    "platform",
    "from",
    "found",
    "by",
    "value",
    "field",
    "fact",
    "age",
    "label",
  ),
  fc.oneof(fc.constantFrom<unknown>(...ids, "adult", "gone", "person", "paste", "uploader", "a.example", null, []), fc.anything()),
);
/** Entries that no `decide` would have made. */
const arbitraryEntries: fc.Arbitrary<readonly LogEntry[]> = fc
  .array(
    fc.record({
      kind: fc.oneof(fc.constantFrom(...Object.keys(bodies)), fc.constantFrom("constructor", "__proto__", "link.added.v2"), fc.string()),
      body: fc.oneof(nearlyBody, fc.anything()),
    }),
    { maxLength: 30, size: "max" },
  )
  .map((entries) => entries.map((entry, seq) => ({ ...entry, seq, at: startOfHistory, offset: 0 })));

/** Entries of a real history in any order, some missing, some twice. */
const shuffled = arbitraryHistory().chain(({ entries }) =>
  fc
    .tuple(fc.shuffledSubarray([...entries]), fc.shuffledSubarray([...entries]))
    .map(([some, more]) => [...some, ...more].map((entry, seq) => ({ ...entry, seq }))),
);

describe("fold", () => {
  test("says what the slow and obvious fold says", () => {
    fc.assert(
      fc.property(arbitraryHistory(60), ({ entries, state }) => {
        expect(state).toEqual(referenceFold(readAll(entries)));
      }),
      { numRuns: 200 },
    );
  });

  test("in any order, with parts missing and doubled, it says the same as the reference", () => {
    fc.assert(
      fc.property(shuffled, (entries) => {
        expect(fold(emptyCase, readAll(entries))).toEqual(referenceFold(readAll(entries)));
      }),
      { numRuns: 150 },
    );
  });

  test("folding in two sittings equals folding in one", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          arbitraryHistory().map(({ entries }) => entries),
          arbitraryEntries,
          shuffled,
        ),
        fc.nat(60),
        (entries, cut) => {
          const reads = readAll(entries);
          expect(fold(fold(emptyCase, reads.slice(0, cut)), reads.slice(cut))).toEqual(fold(emptyCase, reads));
        },
      ),
    );
  });

  test("keeps maps in the order of addition, also across sittings", () => {
    fc.assert(
      fc.property(arbitraryHistory(), ({ entries, state }) => {
        expect([...state.links.keys()]).toEqual(
          entries.flatMap(({ kind, body }) =>
            kind === "link.added.v1" && typeof body === "object" && body !== null && "link" in body ? body.link : [],
          ),
        );
      }),
    );
  });

  test("never changes what it is given", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          arbitraryHistory().map(({ entries }) => entries),
          shuffled,
        ),
        fc.nat(60),
        (entries, cut) => {
          const reads = readAll(entries).map((read) => frozen(read));
          const before = frozen(fold(frozen(emptyCase), reads.slice(0, cut)));
          expect(fold(before, reads.slice(cut))).toEqual(fold(emptyCase, readAll(entries)));
        },
      ),
    );
  });

  test("nothing to fold gives the very same state", () => {
    expect(fold(emptyCase, [])).toBe(emptyCase);
  });

  test("a map that did not change is the very same map", () => {
    const { state } = fc.sample(arbitraryHistory(), { numRuns: 1, seed: 7 })[0] ?? { state: emptyCase };
    const next = fold(state, [
      decodeEntry({ seq: state.size, at: startOfHistory, offset: 0, kind: "fact.answered.v1", body: { fact: "danger", value: "no" } }),
    ]);
    expect(next.links).toBe(state.links);
    expect(next.facts.danger).toBe("no");
  });

  test("is total over anything, and counts every entry: size = entries, read + unread = size", () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        const reads = readAll(entries);
        const { size, unread } = fold(emptyCase, reads);
        expect(size).toBe(entries.length);
        expect(unread.newer + unread.damaged + unread.erased + reads.filter((read) => read.as === "read").length).toBe(size);
      }),
      { numRuns: 300 },
    );
  });

  test("entries lost with a damaged row are counted, and the next sequence number stays that of the log", () => {
    const at = (seq: number): Read => decodeEntry({ seq, at: startOfHistory, offset: 0, kind: "case.opened.v1", body: { parent: null } });
    const state = fold(emptyCase, [at(0), at(5)]);
    expect(state.size).toBe(6);
    expect(state.unread).toEqual({ newer: 0, damaged: 4, erased: 0 });
    expect(fold(state, [at(2)]).size).toBe(6);
    expect(fold(state, [at(Number.NaN)]).size).toBe(6);
  });

  test("a file's entry of the first version folds into the same thing as one of the second that says nothing more", () => {
    const { do: _, ...second } = evidence();
    const folded = (kind: string, body: unknown): unknown =>
      fold(adultCase, [decodeEntry({ seq: adultCase.size, at: startOfHistory, offset: 0, kind, body })]).evidence;
    const first = Object.fromEntries(
      Object.entries(second).filter(([name]) => !["fileTime", "capturedFrom", "misnamed", "source"].includes(name)),
    );
    expect(folded("evidence.added.v1", first)).toEqual(folded("evidence.added.v2", second));
    expect(folded("evidence.added.v1", first)).not.toEqual(adultCase.evidence);
  });

  test("a sealed copy of the first version names its items, and says nothing of copies", () => {
    const body = { ...bundle("police", []), evidence: [ids[0] ?? ""] };
    const { bundles } = fold(adultCase, [
      decodeEntry({ seq: adultCase.size, at: startOfHistory, offset: 0, kind: "bundle.sealed.v1", body }),
    ]);
    expect(bundles).toMatchObject([{ recipient: "police", files: [{ item: ids[0], copy: undefined }] }]);
  });

  test("a subject that is none files nothing, and the evidence and the report stay", () => {
    const about = ["nonsense", `link:${ids[0]}`, `place:${ids[0]}`, `search:${ids[0]}/google`];
    const state = after(adultCase, evidence(), report({ covers: ["case"], route: "de-index" }));
    const evil: Read[] = [...state.evidence.values()].map((item) => ({
      seq: state.size,
      at: startOfHistory,
      offset: 0,
      as: "read",
      event: { kind: "evidence.added.v2", body: { ...item, evidence: ids[1] ?? "", about } },
    }));
    const reports: Read[] = [...state.reports.values()].map((sent) => ({
      seq: state.size + 1,
      at: startOfHistory,
      offset: 0,
      as: "read",
      event: { kind: "report.sent.v1", body: { ...sent, report: ids[2] ?? "", covers: about } },
    }));
    const next = fold(state, [...evil, ...reports]);
    expect(next.evidence.get(ids[1] ?? "")?.about).toEqual(about);
    expect(next.reports.get(ids[2] ?? "")?.covers).toEqual(about);
    expect([next.links, next.places]).toEqual([state.links, state.places]);
  });
});
