import { beforeAll, describe, expect, test } from "vitest";
import { unbase64 } from "../../src/lib/bytes.ts";
import { openBundle } from "../../src/export/open.ts";
import type { CheckName } from "../../src/export/types.ts";
import index from "../vectors/bundle-1/vectors.json";
import type { Made } from "../vectors/bundle-1/made.ts";
import { ready, scrypt } from "./age/support.ts";

/** The frozen conformance vectors of bundle format 1: each has one right outcome, down to the check and the item. */
type Vector = Omit<Made, "file">;
const vectors: readonly Vector[] = index.map((vector) => ({ ...(vector as Vector) }));
const urls = import.meta.glob<string>("../vectors/bundle-1/*.age", { query: "?url", import: "default", eager: true });

const fileOf = async (name: string): Promise<Blob> => {
  const url = urls[`../vectors/bundle-1/${name}.age`];
  if (url === undefined) throw new Error(`no file for ${name}`);
  return (await fetch(url)).blob();
};
const open = async ({ name, words = [], before }: Vector) => {
  const { keys = [], checkpoint } = before ?? {};
  const known =
    checkpoint === undefined ? { keys } : { keys, checkpoint: { ...checkpoint, root: unbase64(checkpoint.root) ?? new Uint8Array(0) } };
  return openBundle(await fileOf(name), [{ by: "passphrase", passphrase: words.join("-"), scrypt }], known);
};

beforeAll(ready);

test("there are enough of them, each with its file, most of them hostile", () => {
  expect(Object.keys(urls).length).toBe(vectors.length);
  expect(vectors.filter(({ passes }) => passes === undefined).length).toBeGreaterThanOrEqual(90);
  expect(new Set(vectors.flatMap(({ code }) => code ?? [])).size).toBeGreaterThanOrEqual(13);
});

describe("good bundles", () => {
  test.each(vectors.filter(({ passes }) => passes === true))("$name: $about", async (vector) => {
    const opened = await open(vector);
    if (!opened.ok) throw new Error(`refused: ${opened.error.code} ${opened.error.where ?? ""}`);
    const outcomes = Object.fromEntries(opened.value.bundle.checks.map(({ check, outcome }) => [check, outcome]));
    const want: Partial<Record<CheckName, string>> = {
      "key-known": "first-time",
      "entries-prove": "not-applicable",
      "extends-earlier": "not-applicable",
    };
    for (const [check, outcome] of Object.entries(outcomes))
      expect([check, outcome]).toEqual([check, { ...want, ...vector.outcomes }[check as CheckName] ?? "pass"]);
  });
});

describe("refused before anything in them is believed", () => {
  test.each(vectors.filter(({ code }) => code !== undefined))("$name: $about", async (vector) => {
    expect(await open(vector)).toMatchObject({ ok: false, error: { code: vector.code } });
  });
});

describe("opened, and found wanting by the named checks alone", () => {
  test.each(vectors.filter(({ fails }) => fails !== undefined))("$name: $about", async (vector) => {
    const opened = await open(vector);
    if (!opened.ok) throw new Error(`refused: ${opened.error.code} ${opened.error.where ?? ""}`);
    const failed = opened.value.bundle.checks.filter(({ outcome }) => outcome === "fail");
    expect(Object.fromEntries(failed.map(({ check, items }) => [check, items]))).toEqual(vector.fails);
    expect(opened.value.bundle.checks.length).toBe(11);
    for (const [check, outcome] of Object.entries(vector.outcomes ?? {}))
      expect(opened.value.bundle.checks.find((result) => result.check === check)?.outcome).toBe(outcome);
  });
});
