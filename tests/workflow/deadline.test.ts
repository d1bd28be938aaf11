import fc from "fast-check";
import { expect, test } from "vitest";
import { notices } from "../../src/content/notices/index.ts";
import { type Instant, msOf, parseInstant } from "../../src/lib/time.ts";
import { deadlineFor } from "../../src/workflow/deadline.ts";
import { exposureOf } from "../../src/workflow/exposure.ts";

const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(text);
  return instant;
};
const notice = (id: string): (typeof notices)[number] => {
  const found = notices.find((item) => item.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const tida = notice("us-take-it-down");
const gdpr = notice("eu-gdpr-17");

test("48 hours are real hours, also across the change of clocks", () => {
  // Clocks in New York go back on 2026-11-01 and forward on 2027-03-14.
  expect(deadlineFor(tida, at("2026-10-31T14:00:00.000Z"), [])?.dueAt).toBe("2026-11-02T14:00:00.000Z");
  expect(deadlineFor(tida, at("2027-03-13T14:00:00.000Z"), [])?.dueAt).toBe("2027-03-15T14:00:00.000Z");
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
      fc.integer({ min: -720, max: 840 }),
      (date, offset) => {
        const sent = at(date.toISOString());
        const due = deadlineFor(tida, sent, [], offset)?.dueAt;
        expect(due === undefined ? 0 : msOf(due) - msOf(sent)).toBe(172_800_000);
      },
    ),
  );
});

test.each([
  ["2027-01-31T10:00:00.000Z", 0, "2027-02-28T10:00:00.000Z"],
  ["2028-01-31T10:00:00.000Z", 0, "2028-02-29T10:00:00.000Z"],
  ["2026-12-15T10:00:00.000Z", 0, "2027-01-15T10:00:00.000Z"],
  ["2026-11-30T23:30:00.000Z", 60, "2026-12-31T23:30:00.000Z"],
  ["2026-11-30T23:30:00.000Z", 0, "2026-12-30T23:30:00.000Z"],
  ["2027-03-01T02:00:00.000Z", -300, "2027-03-29T02:00:00.000Z"],
])("a month from %s at %i minutes ends %s", (sent, offset, due) => {
  expect(deadlineFor(gdpr, at(sent), [], offset)?.dueAt).toBe(due);
});

test("a calendar month is 28 to 31 days and keeps the time of day", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
      fc.integer({ min: -720, max: 840 }),
      (date, offset) => {
        const sent = at(date.toISOString());
        const due = deadlineFor(gdpr, sent, [], offset);
        const days = due === null ? 0 : (msOf(due.dueAt) - msOf(sent)) / 86_400_000;
        expect([28, 29, 30, 31]).toContain(days);
      },
    ),
  );
});

test("no clock with an element missing, and none where the person's request starts none", () => {
  const sent = at("2026-11-22T10:00:00.000Z");
  expect(deadlineFor(tida, sent, ["signature"])).toBeNull();
  expect(deadlineFor(tida, sent, ["gate:intimate"])).toBeNull();
  const running = notices.filter((item) => deadlineFor(item, sent, []) !== null).map((item) => item.id);
  expect(running).toEqual(["eu-gdpr-17", "us-take-it-down"]);
});

test("a deadline names its law, its source and its date, and the words say what the law asks for", () => {
  const sent = at("2026-11-22T10:00:00.000Z");
  expect(deadlineFor(tida, sent, [])).toEqual({
    dueAt: "2026-11-24T10:00:00.000Z",
    law: "TAKE IT DOWN Act, Pub. L. 119-12, section 3 (S.146)",
    source: tida.source.text,
    sourceDate: "2026-07-04",
  });
  expect(deadlineFor(gdpr, sent, [])?.sourceDate).toBe("undated");
  expect(tida.asks).toBe("US law gives covered sites 48 hours to remove it after a valid request.");
});

test("who will see the name: the directory's words, the route's risk, and never silence read as safe", () => {
  const vimeo = { name: "Vimeo", reporterExposure: "DANGER: discloses the name to the uploader" };
  expect(exposureOf(vimeo, "platform-form").level).toBe("danger");
  const instagram = { name: "Instagram", reporterExposure: "Reports are anonymous, except intellectual-property reports" };
  expect(exposureOf(instagram, "platform-form").level).toBe("stated");
  expect(exposureOf(instagram, "us-dmca-512").level).toBe("danger");
  expect(exposureOf(null, "us-dmca-512").words[0]).toContain("person who posted it");
  expect(exposureOf(null, "cdn").level).toBe("danger");
  expect(exposureOf(null, "host").level).toBe("may-pass-on");
  for (const route of ["platform-form", "us-take-it-down", "hotline", "regulator", "other"] as const) {
    expect(exposureOf({ name: "Imgur", reporterExposure: null }, route)).toMatchObject({
      level: "not-known",
      words: [expect.stringContaining("not known"), expect.any(String)],
    });
  }
});
