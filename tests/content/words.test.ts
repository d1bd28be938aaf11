import { describe, expect, test } from "vitest";
import { hardening } from "../../src/content/hardening/index.ts";
import { hashServices } from "../../src/content/hash-services/index.ts";
import { helplines } from "../../src/content/helplines/index.ts";
import english from "../../src/content/locales/en.ts";
import { blocked, gradeOf } from "./support/reading.ts";

const textsOf = (value: unknown): readonly string[] =>
  typeof value === "string" ? [value] : value !== null && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];

describe("words of the services that help sites spot copies", () => {
  test("reading age 12: Flesch–Kincaid grade at most 7 over all, and 9 for any one service", () => {
    expect(gradeOf(hashServices.flatMap(({ plain }) => textsOf(plain)).join("\n"))).toBeLessThanOrEqual(7);
    for (const { id, plain } of hashServices) expect(gradeOf(textsOf(plain).join("\n")), id).toBeLessThanOrEqual(9);
  });

  test("no blame, no promise, no hurry, and no words of the machine", () => {
    for (const text of hashServices.flatMap(({ plain }) => textsOf(plain))) expect(blocked(text), text).toEqual([]);
  });
});

describe("words of the directory that were put plainly", () => {
  test.each([
    ["helplines", helplines],
    ["settings of accounts", hardening],
  ] as const)("%s: grade at most 7, no blame, no promise", (_, entries) => {
    const texts = entries.flatMap(({ plain }: { readonly plain?: string }) => plain ?? []);
    expect(texts.length).toBeGreaterThan(5);
    expect(gradeOf(texts.join("\n"))).toBeLessThanOrEqual(7);
    expect(texts.flatMap(blocked)).toEqual([]);
  });
});

describe("words of the screens", () => {
  // How to check a record without the app is for experts, and stands in the sealed file.
  const words = Object.entries(english.ui).filter(([key]) => key !== "share.how-to-check");
  const areas = [...new Set(words.map(([key]) => key.slice(0, key.indexOf("."))))];

  test.each(areas)("%s: Flesch–Kincaid grade at most 7", (area) => {
    const texts = words.filter(([key]) => key.startsWith(`${area}.`)).flatMap(([, text]) => textsOf(text));
    expect(gradeOf(texts.join("\n"))).toBeLessThanOrEqual(7);
  });
  test("no blame, no promise and no hurry", () => {
    const found = words.flatMap(([key, text]) =>
      textsOf(text)
        .flatMap(blocked)
        .filter((rule) => rule !== "words of the machine")
        .map((rule) => `${key}: ${rule}`),
    );
    expect(found).toEqual([]);
  });
});
