import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isKnown, parseSubject, searchParts, subjectKey } from "../../src/case/subject.ts";
import { arbitraryHistory } from "./arbitrary.ts";
import { adultCase, ids } from "./given.ts";
import { subjectsOf } from "./making.ts";

describe("subjects", () => {
  test("every thing of a case is known by its key, and the key is made of its parts", () => {
    fc.assert(
      fc.property(arbitraryHistory(), ({ state }) => {
        for (const key of subjectsOf(state)) {
          expect(isKnown(state, key)).toBe(true);
          const parts = parseSubject(key);
          expect(parts === undefined || parts.kind === "case" ? "case" : subjectKey(parts.kind, parts.id)).toBe(key);
        }
      }),
    );
  });

  test.each([
    "",
    "case:",
    "link",
    "link:",
    `link:${ids.link} `,
    `search:${ids.link}/`,
    `search:${ids.link}/A`,
    `site:${"x".repeat(301)}`,
    "toString:x",
  ])("%j is no subject", (key) => {
    expect(parseSubject(key)).toBeUndefined();
    expect(isKnown(adultCase, key)).toBe(false);
  });

  test("a site's name may hold a port, a search names its link and engine", () => {
    expect(parseSubject("site:pixboard.test:8443")).toEqual({ kind: "site", id: "pixboard.test:8443" });
    expect(searchParts(`${ids.link}/google`)).toEqual({ link: ids.link, engine: "google" });
  });
});
