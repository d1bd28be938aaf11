import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodies } from "../../src/case/bodies.ts";
import { decodeEntry } from "../../src/case/decode.ts";
import type { LogEntry } from "../../src/case/events.ts";
import { limits } from "../../src/case/limits.ts";
import { arbitraryHistory, startOfHistory } from "./arbitrary.ts";

const entry = (kind: string, body: unknown, seq = 3): LogEntry => ({ seq, at: startOfHistory, offset: -480, kind, body });
const unread = (why: string) => ({ seq: 3, at: startOfHistory, offset: -480, as: "unread", why });
const id = "a".repeat(32);
const link = {
  link: id,
  text: "https://a.example/x",
  key: "a.example/x",
  host: "a.example",
  site: "a.example",
  platform: null,
  from: "paste",
};

describe("decodeEntry", () => {
  test("what decide wrote is read back the same, through JSON", () => {
    fc.assert(
      fc.property(arbitraryHistory(60), ({ entries }) => {
        for (const written of entries) {
          expect(decodeEntry(JSON.parse(JSON.stringify(written)))).toEqual({
            seq: written.seq,
            at: written.at,
            offset: written.offset,
            as: "read",
            event: { kind: written.kind, body: written.body },
          });
        }
      }),
    );
  });

  test("histories hold every kind, so that the row of every kind was tried", () => {
    const kinds = new Set(
      fc.sample(arbitraryHistory(80), { numRuns: 800, seed: 11 }).flatMap(({ entries }) => entries.map(({ kind }) => kind)),
    );
    // Written by the restoring and the merging themselves, not by a command.
    kinds.add("case.opened.v2").add("case.merged.v1");
    // No longer written, and still read; see fold.test.ts.
    kinds.add("evidence.added.v1").add("bundle.sealed.v1").add("case.backed-up.v1");
    expect([...kinds].sort()).toEqual(Object.keys(bodies).sort());
  });

  test("is total: anything in a body is read or damaged, and what is read is read again the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(bodies)), fc.anything(), (kind, body) => {
        const read = decodeEntry(entry(kind, body));
        if (read.as === "read") expect(decodeEntry(entry(read.event.kind, read.event.body))).toEqual(read);
        else expect(read.why).toBe(body === null ? "erased" : "damaged");
      }),
      { numRuns: 500 },
    );
  });

  test("one damaged field is found, whichever it is", () => {
    fc.assert(
      fc.property(
        arbitraryHistory(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom<unknown>(undefined, 7.5, -1, { a: 1 }, [7], true),
        (history, n, m, wrong) => {
          const written = history.entries[n % history.entries.length];
          const body = { ...Object(written?.body) };
          const field = Object.keys(body)[m % Math.max(Object.keys(body).length, 1)] ?? "parent";
          // `told` and `continuity` are true or false: true is no damage there.
          fc.pre(body[field] !== wrong && !(typeof body[field] === "boolean" && wrong === true) && written?.kind !== "case.reopened.v1");
          expect(decodeEntry({ ...entry(written?.kind ?? "", { ...body, [field]: wrong }) })).toEqual(unread("damaged"));
        },
      ),
    );
  });

  test.each(["link.added.v2", "", "constructor", "__proto__", "toString", "hasOwnProperty"])(
    "a kind that is not known is newer: %j",
    (kind) => {
      expect(decodeEntry(entry(kind, link))).toEqual(unread("newer"));
    },
  );

  test("an erased entry is erased, whatever its kind", () => {
    expect(decodeEntry(entry("link.added.v1", null))).toEqual(unread("erased"));
    expect(decodeEntry(entry("later.v9", null))).toEqual(unread("erased"));
  });

  test("fields that a body only inherits are not there", () => {
    expect(decodeEntry(entry("link.added.v1", Object.create(link)))).toEqual(unread("damaged"));
    expect(decodeEntry(entry("fact.answered.v1", Object.create({ fact: "danger", value: "no" })))).toEqual(unread("damaged"));
  });

  test("fields that no version knows are left behind", () => {
    expect(decodeEntry(entry("link.added.v1", { ...link, extra: 1 }))).toEqual({
      seq: 3,
      at: startOfHistory,
      offset: -480,
      as: "read",
      event: { kind: "link.added.v1", body: link },
    });
  });

  test.each<[string, unknown]>([
    ["link.added.v1", { ...link, text: "x".repeat(limits.line + 1) }],
    ["link.added.v1", { ...link, text: " " }],
    ["link.added.v1", { ...link, link: id.toUpperCase() }],
    ["link.added.v1", { ...link, from: "constructor" }],
    ["link.pictures-set.v1", { link: id, pictures: [id, id] }],
    ["link.pictures-set.v1", { link: id, pictures: Array.from({ length: limits.few + 1 }, (_, i) => i.toString(16).padStart(32, "0")) }],
    ["fact.answered.v1", { fact: "country", value: "UK" }],
    ["fact.answered.v1", { fact: "country", value: "de" }],
    ["fact.answered.v1", { fact: "danger", value: "maybe" }],
    ["fact.answered.v1", { fact: "toString", value: "yes" }],
    ["fact.answered.v1", { fact: 1, value: null }],
    ["step.done.v1", { step: "a|b", subject: "case", note: "" }],
    ["step.done.v1", { step: "a", subject: "case:1", note: "" }],
    ["step.done.v1", { step: "a", subject: "link:1", note: "" }],
    ["step.done.v1", { step: "a", subject: "nothing:1", note: "" }],
    ["step.done.v1", { step: "a", subject: `search:${id}`, note: "" }],
    ["report.answered.v1", { report: id, answer: "removed", answeredAt: 0, note: "", message: null }],
    ["link.pictures-set.v1", { link: id, pictures: id }],
    ["link.pictures-set.v1", { link: id, pictures: ["?"] }],
    ["message.added.v1", { message: id }],
    ["report.answered.v1", { report: id, answer: "removed", answeredAt: "2026-02-30T00:00:00.000Z", note: "", message: null }],
  ])("damaged: %s %j", (kind, body) => {
    expect(decodeEntry(entry(kind, body))).toEqual(unread("damaged"));
  });

  test("a skipped question is null", () => {
    expect(decodeEntry(entry("fact.answered.v1", { fact: "danger", value: null }))).toMatchObject({
      as: "read",
      event: { body: { value: null } },
    });
  });
});
