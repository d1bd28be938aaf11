import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findCycle, folderOf, forbiddenImports, forbiddenUses, importsOf, reach, rules, type Sources } from "./support/architecture.ts";

const root = join(import.meta.dirname, "../src");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/u.test(file));
const sources: Sources = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

describe("the scan", () => {
  test("sees the source, so that a green run means something", () => {
    expect(files).toContain("case/events.ts");
    expect(files.length).toBeGreaterThan(50);
    expect(importsOf(sources, "sw.ts").map(({ spec }) => spec)).toContain("./lib/updates.ts");
  });

  const planted = (file: string, text: string): Sources => new Map([...sources, [file, text]]);
  test.each([
    ["case/x.ts", 'import Dexie from "dexie";'],
    ["case/x.ts", 'import "dexie";'],
    ["case/x.ts", 'const d = import("dexie");'],
    ["case/x.ts", 'export * from "../workflow/plan.ts";'],
    ["workflow/x.ts", 'import { x } from "../case/fold.ts";'],
    ["screens/x.tsx", 'import type { Vault } from "../vault/types.ts";'],
    ["app/x.ts", 'import { y } from "../vault/rows.ts";'],
    ["app/x.ts", 'import {\n  y,\n  z,\n} from "../vault/rows.ts";'],
    ["newfolder/x.ts", "export const x = 1;"],
    ["helper.ts", "export const x = 1;"],
    ["sw.ts", 'import { y } from "./app/queue.ts";'],
  ])("finds a forbidden import planted in %s: %s", (file, text) => {
    expect(forbiddenImports(planted(file, text), file)).not.toEqual([]);
  });

  test.each([
    ["case/x.ts", "const now = Date.now();"],
    ["workflow/x.ts", "const id = Math.random();"],
    ["lib/x.ts", "const now = new Date();"],
    ["screens/x.tsx", "console.log(1);"],
    ["screens/x.tsx", "const a = <p dangerouslySetInnerHTML={{ __html: x }} />;"],
    ["app/x.ts", 'localStorage.setItem("a", "b");'],
  ])("finds a forbidden use planted in %s: %s", (file, text) => {
    expect(forbiddenUses(planted(file, text), file)).not.toEqual([]);
  });

  test("finds a planted cycle, and lets types and comments be", () => {
    expect(
      findCycle(
        new Map([
          ["a/x.ts", 'import { y } from "./y.ts";'],
          ["a/y.ts", 'import { x } from "./x.ts";'],
        ]),
      ),
    ).toEqual(["a/x.ts", "a/y.ts", "a/x.ts"]);
    expect(
      findCycle(
        new Map([
          ["a/x.ts", 'import { y } from "./y.ts";'],
          ["a/y.ts", 'import type { x } from "./x.ts";'],
        ]),
      ),
    ).toBeUndefined();
    expect(forbiddenUses(planted("lib/x.ts", "// not Date.now() here\n/* nor\n console. */"), "lib/x.ts")).toEqual([]);
  });
});

/** Each file with what a check holds against it; empty when there is nothing. */
const faults = (check: (file: string) => readonly string[]): readonly string[] =>
  files.flatMap((file) => check(file).map((fault) => `${file}: ${fault}`));

describe("every file", () => {
  test("imports only what its folder may", () => {
    expect(faults((file) => forbiddenImports(sources, file))).toEqual([]);
  });

  test("does nothing its folder may not: clock, chance, storage, network, DOM, console", () => {
    expect(faults((file) => forbiddenUses(sources, file))).toEqual([]);
  });

  test("outside content/ is at most 250 lines", () => {
    const linesOf = (file: string): number => (sources.get(file) ?? "").split("\n").length - 1;
    expect(files.filter((file) => folderOf(file) !== "content" && linesOf(file) > 250)).toEqual([]);
  });

  test("names a worker's script through the policy alone, or is handed an address that went through it", () => {
    const made = (file: string) =>
      [...(sources.get(file) ?? "").matchAll(/new (?:Shared)?Worker\((?!scriptUrl\(|workerUrl,).*/gu)].map(([use]) => use);
    expect(faults(made)).toEqual([]);
  });
});

test("no run-time import cycle", () => {
  expect(findCycle(sources)).toBeUndefined();
});

const importers = (name: string): readonly string[] => [
  ...new Set(files.filter((file) => importsOf(sources, file).some(({ spec }) => spec === name)).map(folderOf)),
];
test.each([
  ["libsodium-wrappers-sumo", "crypto"],
  ["dexie", "vault"],
  ["workbox-precaching", "sw"],
])("%s is used by %s alone", (name, folder) => {
  expect(importers(name)).toEqual([folder]);
});

test.runIf(files.includes("export/verify.ts"))("the verifier stands alone: no vault, no app, no screen", () => {
  const outside = [...reach(sources, "export/verify.ts")].filter(
    (file) => file.includes(".ts") && !/^(?:export|crypto|lib|case)\//u.test(file),
  );
  expect(outside).toEqual([]);
});

test("src/README.md lists exactly the folders that exist, and each has a rule", () => {
  const listed = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/^\| `(\w+)\/`/gmu)].map(([, name = ""]) => name);
  expect(listed.toSorted()).toEqual(folders);
  expect(Object.keys(rules).toSorted()).toEqual(folders);
});

test("the import table of src/README.md says what the test enforces", () => {
  const table = readFileSync(join(root, "README.md"), "utf8");
  const rows = new Map(
    [...table.matchAll(/^\| `(\w+)\/` *\|[^|]*\| ([^|]*?) *\| ([^|]*?) *\|$/gmu)].map(([, name, value, type]) => [name, { value, type }]),
  );
  const cell = (names: readonly string[] | undefined): string => (names === undefined || names.length === 0 ? "–" : names.join(", "));
  for (const [name, rule] of Object.entries(rules))
    expect([name, rows.get(name)]).toEqual([name, { value: cell(rule.value), type: cell(rule.type) }]);
});
