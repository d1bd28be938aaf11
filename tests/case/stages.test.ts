import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Command } from "../../src/case/commands.ts";
import { asksForRemoval, latestAnswer, openReports, removalReports, reportState } from "../../src/case/reports.ts";
import { captureOf, goneConfirmed, linkStage, pictureSubjects, siteLinks, timesGone } from "../../src/case/stages.ts";
import type { CaseState, Link, Report } from "../../src/case/state.ts";
import { instantFromMs, msOf, plusHours } from "../../src/lib/time.ts";
import { arbitraryHistory } from "./arbitrary.ts";
import { adultCase, after, evidence, ids, idOf, link, now, opened, picture, report } from "./given.ts";

const linkIn = (state: CaseState, id = ids.link): Link => {
  const found = state.links.get(id);
  if (found === undefined) throw new Error("no such link");
  return found;
};
const reportIn = (state: CaseState, id = ids.report): Report => {
  const found = state.reports.get(id);
  if (found === undefined) throw new Error("no such report");
  return found;
};
const stage = (state: CaseState): string => linkStage(state, linkIn(state));
const look = (found: "gone" | "still-there" | "cant-tell"): Command => ({ do: "check-link", link: ids.link, found, by: "person" });
const skip: Command = { do: "skip-step", step: "capture-listing", subject: "site:a.example", reason: "already saved on paper" };
const answered = (answer: Report["answers"][number]["answer"], hoursAgo = 0): Command => ({
  do: "answer-report",
  report: ids.report,
  answer,
  answeredAt: instantFromMs(msOf(now) - hoursAgo * 3_600_000),
  note: "",
  message: null,
});
const listing = evidence({ about: [`link:${ids.link}`], pictures: [ids.adult] });

describe("capture", () => {
  const withAge = (...ages: readonly Command[]): CaseState => after(opened, ...ages, link(ids.link, ages.length > 0 ? [ids.adult] : []));
  test.each<[string, CaseState, string]>([
    ["no picture yet", withAge(), "age-first"],
    ["not answered", withAge(...picture(ids.adult)), "age-first"],
    ["don't know: the written link is the capture", withAge(...picture(ids.adult, "unknown")), "noted"],
    ["under 18: the written link is the capture", withAge(...picture(ids.adult, "under18")), "noted"],
    ["adult", adultCase, "needed"],
    ["adult, listing about the link", after(adultCase, listing), "done"],
    ["adult, listing about the site", after(adultCase, evidence({ about: ["site:a.example"] })), "done"],
    ["adult, another screenshot", after(adultCase, evidence({ about: [`link:${ids.link}`], role: "content" })), "needed"],
    ["skipped for the site", after(adultCase, skip), "skipped"],
    [
      "skipped for the link",
      after(adultCase, { do: "skip-step", step: "capture-listing", subject: `link:${ids.link}`, reason: "x" }),
      "skipped",
    ],
    ["taken up again", after(adultCase, skip, { do: "take-step-up", step: "capture-listing", subject: "site:a.example" }), "needed"],
    ["a link that names no picture stands for all", after(adultCase, link(ids.link2)), "needed"],
  ])("%s", (_, state, capture) => {
    expect(captureOf(state, linkIn(state))).toBe(capture);
    expect(captureOf(state, linkIn(state))).toBe(capture);
  });

  test("one listing screenshot serves every link of its site", () => {
    const state = after(adultCase, listing, link(ids.link2, [ids.adult]));
    expect(captureOf(state, linkIn(state, ids.link2))).toBe("done");
  });

  test("a link whose site is not known needs one", () => {
    expect(captureOf(adultCase, { ...linkIn(adultCase), site: "b.example" })).toBe("needed");
  });
});

describe("a link goes down", () => {
  test.each<[string, CaseState, string]>([
    ["new", adultCase, "new"],
    ["captured", after(adultCase, listing), "captured"],
    ["noted under 18", after(adultCase, { do: "answer-age", picture: ids.adult, age: "under18" }), "captured"],
    ["capture skipped", after(adultCase, skip), "capture-skipped"],
    ["reported", after(adultCase, report()), "reported"],
    ["only a search engine asked", after(adultCase, report({ route: "de-index", covers: [`link:${ids.link}`] })), "new"],
    ["gone once", after(adultCase, report(), look("gone")), "gone-once"],
    ["gone once, then not to be told", after(adultCase, look("gone"), look("cant-tell")), "gone-once"],
    ["gone twice in one sitting", after(adultCase, look("gone"), look("cant-tell"), look("gone")), "gone-once"],
    [
      "there again: the old report is spent",
      after(adultCase, listing, report(), look("gone"), look("gone"), look("still-there")),
      "captured",
    ],
    ["reported anew", after(adultCase, report(), look("gone"), look("still-there"), report({ report: idOf(40) })), "reported"],
    ["never gone, still there", after(adultCase, report(), look("still-there"), look("still-there")), "reported"],
    ["set aside", after(adultCase, look("gone"), { do: "set-link-aside", link: ids.link, reason: "not mine" }), "set-aside"],
    ["taken up", after(adultCase, { do: "set-link-aside", link: ids.link, reason: "x" }, { do: "take-link-up", link: ids.link }), "new"],
  ])("%s", (_, state, expected) => {
    expect(stage(state)).toBe(expected);
    expect(goneConfirmed(linkIn(state))).toBe(expected === "gone");
  });

  test("gone is believed after two looks, half a day apart", () => {
    const once = linkIn(after(adultCase, look("gone")));
    const [first] = once.checks;
    if (first === undefined) throw new Error("no look");
    for (const [hours, sure] of [
      [11, false],
      [12, true],
    ] as const) {
      const twice = { ...once, checks: [first, { ...first, at: plusHours(first.at, hours) }] };
      expect(goneConfirmed(twice)).toBe(sure);
      expect(linkStage(adultCase, twice)).toBe(sure ? "gone" : "gone-once");
    }
  });

  test("gone needs as many looks in a row as it says, in every history", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("gone", "still-there", "cant-tell")), (looks) => {
        const told = looks.filter((one) => one !== "cant-tell");
        const daily = looks.map((found, day) => ({ found, at: plusHours(now, 24 * day) }));
        expect(timesGone(daily)).toBe(told.length - 1 - told.lastIndexOf("still-there"));
        // Looks of one sitting count as one.
        const atOnce = looks.map((found, i) => ({ found, at: plusHours(now, i / 600) }));
        expect(timesGone(atOnce)).toBe(told.at(-1) === "gone" && looks.length < 700 ? 1 : 0);
      }),
    );
  });

  test("reports and looks that stand in the link are those of the case", () => {
    fc.assert(
      fc.property(arbitraryHistory(60), ({ state }) => {
        for (const one of state.links.values()) {
          expect(removalReports(state, one).every(({ covers, route }) => covers.includes(`link:${one.id}`) && asksForRemoval(route))).toBe(
            true,
          );
          expect(linkStage(state, one) === "gone").toBe(one.setAside === null && goneConfirmed(one));
        }
      }),
    );
  });
});

describe("a report", () => {
  const sent = after(adultCase, report());
  const state = (s: CaseState): string => reportState(s, reportIn(s));
  test.each<[string, CaseState, string]>([
    ["sent", sent, "waiting"],
    ["received", after(sent, answered("received")), "waiting"],
    ["needs more", after(sent, answered("needs-more")), "needs-more"],
    ["removed", after(sent, answered("removed")), "removed"],
    ["refused", after(sent, answered("refused")), "refused"],
    ["partly", after(sent, answered("partly")), "partly"],
    ["silent", after(sent, answered("silent")), "silent"],
    ["an older answer written down later", after(sent, answered("removed"), answered("received", 5)), "removed"],
    ["two at one time: the later written", after(sent, answered("received"), answered("refused")), "refused"],
    ["another follows it", after(sent, answered("refused"), report({ report: idOf(41), follows: ids.report })), "escalated"],
    ["removed after all", after(sent, report({ report: idOf(41), follows: ids.report }), answered("removed")), "removed"],
  ])("%s", (_, s, expected) => {
    expect(state(s)).toBe(expected);
    expect(openReports(s, linkIn(s)).some(({ id }) => id === ids.report)).toBe(expected !== "removed" && expected !== "escalated");
  });

  test("has no newest answer before one came", () => {
    expect(latestAnswer(reportIn(sent))).toBeNull();
  });

  test("that is not there is passed over", () => {
    const broken = { ...linkIn(sent), reports: [ids.nobody] };
    expect(openReports(sent, broken)).toEqual([]);
    expect(removalReports(sent, broken)).toEqual([]);
  });
});

describe("lists", () => {
  test("links of a site, in the order they came", () => {
    const state = after(adultCase, link(ids.link2));
    expect(siteLinks(state, "a.example").map(({ id }) => id)).toEqual([ids.link, ids.link2]);
    expect(siteLinks(state, "b.example")).toEqual([]);
    expect(siteLinks({ ...state, links: new Map() }, "a.example")).toEqual([]);
  });

  test("what a picture is seen in", () => {
    const state = after(adultCase, listing, link(ids.link2));
    expect(pictureSubjects(state, ids.adult)).toEqual({ links: [`link:${ids.link}`], evidence: [ids.shot] });
  });
});
