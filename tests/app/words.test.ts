import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTranslate } from "../../src/app/words.ts";
import { firstWords, languages, loadLocale, type UiKey } from "../../src/content/locales/index.ts";
import type { UiText } from "../../src/content/locales/types.ts";
import en from "../../src/content/locales/en.ts";

const keys = Object.keys(en.ui).filter((key): key is UiKey => key in en.ui);
const forms = (text: UiText): readonly string[] => (typeof text === "string" ? [text] : Object.values(text));
const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/gu)].map(([all]) => all).sort();

describe("the catalogue", () => {
  test.each(languages)("%s has every key, with the placeholders of English", async (tag) => {
    const locale = await loadLocale(tag);
    expect(locale?.tag).toBe(tag);
    for (const key of keys) {
      const wanted = new Set(forms(en.ui[key]).flatMap(placeholders));
      const found = new Set(forms(locale?.ui[key] ?? "").flatMap(placeholders));
      expect([key, ...found]).toEqual([key, ...wanted]);
    }
  });

  test("no text is empty, shouts, or uses a word that is never used here", () => {
    for (const key of keys)
      for (const form of forms(en.ui[key])) {
        expect(form.trim(), key).not.toBe("");
        expect(form.replaceAll(/\{\w+\}/gu, ""), key).not.toMatch(/!|revenge porn|child porn|\bdigest\b|\bleaf\b|error:/iu);
      }
  });

  test("a key says its area, and no two areas share one", () => {
    for (const key of keys) expect(key).toMatch(/^[a-z]+\.[A-Za-z0-9-]+$/u);
  });

  test("the first words hold what stands before unlocking, and not the rest", () => {
    expect(Object.keys(firstWords.ui)).toContain("welcome.heading");
    expect(Object.keys(firstWords.ui)).not.toContain("settings.heading");
  });
});

describe("translate", () => {
  const t = createTranslate(en);
  test("puts numbers and values in, and chooses the plural", () => {
    expect(t("now.due-days", { n: 1 })).toBe("1 day");
    expect(t("now.due-days", { n: 2 })).toBe("2 days");
    expect(t("now.due-days", { n: 12_000 })).toBe("12,000 days");
    expect(t("common.back-to", { place: "Links" })).toBe("Back to Links");
  });

  test("a value that runs the other way is kept apart from the words around it", () => {
    expect(t("common.back-to", { place: "שלום" })).toBe("Back to \u2068שלום\u2069");
  });

  test("a value is never taken for a placeholder or a pattern", () => {
    fc.assert(
      fc.property(
        fc.string().filter((s) => !/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u.test(s)),
        (place) => {
          expect(t("common.back-to", { place })).toBe(`Back to ${place}`);
        },
      ),
    );
  });
});
