import { existsSync, readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

const bench = new URL("../bench/", import.meta.url);
const files = readdirSync(new URL("rows/", bench));
const texts = [...files.map((file) => `rows/${file}`), "first-screen.ts"].map((file) => readFileSync(new URL(file, bench), "utf8"));

test("there are rows, and the page can load each of them", () => {
  expect(files.length).toBeGreaterThan(3);
  for (const text of texts.slice(0, files.length)) expect(text).toMatch(/^export default row;$/mu);
});

test("every row of the last run is one that the code still makes", () => {
  const file = new URL("latest.json", bench);
  expect(existsSync(file)).toBe(true);
  const latest = JSON.parse(readFileSync(file, "utf8")) as { readonly rows: readonly { readonly what: string }[] };
  expect(latest.rows.length).toBeGreaterThan(files.length);
  const all = texts.join("\n");
  const isMade = (what: string): boolean =>
    what.split(", ").every((part) => all.includes(part.replaceAll(/^\d+(?= scripts)/gu, "")) || /^[\d,]+ links$/u.test(part));
  // A name may carry a count; what is left of it stands in the code.
  expect(latest.rows.map(({ what }) => what).filter((what) => !isMade(what))).toEqual([]);
});
