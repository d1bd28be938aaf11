import { describe, expect, test } from "vitest";
import { missingWords, offersFor } from "../../src/app/notices.ts";
import { after, ids, link, opened, picture } from "../case/given.ts";

const withLink = after(opened, ...picture(ids.adult, "adult"), link(ids.link, [ids.adult]));
const waysIn = (country: string | null): readonly string[] => {
  const state = country === null ? withLink : after(withLink, { do: "answer-fact", fact: "country", value: country });
  return offersFor(state, [`link:${ids.link}`], null, "", null).map(({ id }) => id);
};
/** Laws under which only somebody in that country may ask. */
const national = ["in-it-rules-3-2-b", "uk-cpa-2026", "au-osa-77", "es-aepd-priority", "za-fpb-31"];

describe("ways to report", () => {
  test("begin with the site's own form, wherever the person is", () => {
    for (const country of [null, "US", "GB", "DE"]) expect(waysIn(country)[0]).toBe("platform-form");
  });

  test("are not those of another country", () => {
    expect(waysIn("US").filter((id) => national.includes(id))).toEqual([]);
    expect(waysIn("IN").filter((id) => national.includes(id))).toEqual(["in-it-rules-3-2-b"]);
  });

  test("keep the laws that bind a site wherever the person is", () => {
    for (const country of [null, "US", "IN"])
      expect(waysIn(country)).toEqual(expect.arrayContaining(["us-take-it-down", "eu-dsa-16", "eu-gdpr-17"]));
  });

  test("name those of one country last while the country is not known", () => {
    const ways = waysIn(null);
    const first = ways.findIndex((id) => national.includes(id));
    expect(first).toBeGreaterThan(3);
    expect(ways.slice(first).every((id) => national.includes(id))).toBe(true);
  });
});

test("what a report lacked is named in words, never by its id", () => {
  expect(missingWords("us-take-it-down", ["gate:intimate", "contact"])).toEqual(["a way to reach you"]);
});
