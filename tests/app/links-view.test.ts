import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLinks, linkMoments, linksRows, siteViews, type LinkFilter, type SiteView } from "../../src/app/links-view.ts";
import { openedApp } from "./test-app.ts";
import { ids, sampleCommands } from "../screens/sample.ts";

const sample = async () => {
  const { app } = await openedApp();
  for (const command of sampleCommands) await app.send(command);
  const { view } = app.state();
  if (view.at !== "unlocked") throw new Error("not unlocked");
  return view.state;
};

const state = await sample();
const filters: readonly LinkFilter[] = ["all", "to-capture", "to-report", "reported", "gone", "set-aside"];

describe("links by site", () => {
  test("say what each site still needs", () => {
    const [site] = siteViews(state);
    expect(site?.site).toBe("clipmirror.example");
    expect(site?.counts).toEqual({ links: 2, reported: 1, gone: 0, toCapture: 0, toReport: 1 });
  });

  test("are worked out once for one state", () => {
    expect(siteViews(state)).toBe(siteViews(state));
  });

  test("every link stands under exactly one filter", () => {
    const counted = filters.slice(1).flatMap((filter) => findLinks(siteViews(state), "", filter).flatMap(({ links }) => links));
    expect(counted.map(({ link }) => link.id).toSorted()).toEqual([ids.linkA, ids.linkB]);
  });

  test("are found by address, other spelling or note, in any case of letters", () => {
    const found = (typed: string) => findLinks(siteViews(state), typed, "all").flatMap(({ links }) => links.map(({ link }) => link.id));
    expect(found("GREY_HARBOR_42?SORT")).toEqual([ids.linkB]);
    expect(found("grey_harbor_42")).toEqual([ids.linkA, ids.linkB]);
    expect(found("nothing like it")).toEqual([]);
  });
});

test("rows show each link once, whatever is opened; closed sites say how many are hidden", () => {
  const view = siteViews(state)[0]?.links[0];
  if (view === undefined) throw new Error("no link");
  const sites = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }).map((sizes) =>
    sizes.map((size, s): SiteView => ({
      site: `s${String(s)}`,
      counts: { links: size, reported: 0, gone: 0, toCapture: 0, toReport: 0 },
      links: Array.from({ length: size }, (_, i) => ({ ...view, link: { ...view.link, id: `${String(s)}-${String(i)}` } })),
    })),
  );
  fc.assert(
    fc.property(sites, fc.array(fc.integer({ min: 0, max: 7 })), (all, open) => {
      const rows = linksRows(all, new Set(open.map((n) => `s${String(n)}`)));
      const shown = rows.filter(({ as }) => as === "link").length;
      const hidden = rows.reduce((sum, row) => sum + (row.as === "more" ? row.hidden : 0), 0);
      expect(shown + hidden).toBe(all.reduce((sum, { links }) => sum + links.length, 0));
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      expect(linksRows(all, null).filter(({ as }) => as === "more")).toEqual([]);
    }),
  );
});

test("a link's own story is in the order in which it happened", () => {
  const link = state.links.get(ids.linkA);
  if (link === undefined) throw new Error("no link");
  expect(linkMoments(state, link).map(({ what }) => what)).toEqual(["report", "added"]);
});
