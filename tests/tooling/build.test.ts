import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildApp } from "../support/build.ts";
import { budget, filesOf, firstScreenFiles, precachedFiles, sizesOf } from "./size.ts";

let folder: string;
let one: string;
let two: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "build-"));
  one = join(folder, "one");
  two = join(folder, "two", "elsewhere");
  await buildApp(one);
  await buildApp(two);
}, 240_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sha256 = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
const scripts = (): readonly string[] => filesOf(one).filter((path) => path.endsWith(".js"));
const textOf = (path: string): string => readFileSync(join(one, path), "utf8");

test("two clean builds are the same, byte for byte", () => {
  const hashes = (build: string) => filesOf(build).map((path) => [path, sha256(join(build, path))]);
  expect(hashes(one).length).toBeGreaterThan(10);
  expect(hashes(two)).toEqual(hashes(one));
});

test("build.txt lists every served file with its SHA-256, and its own is the build's hash that sw.js knows", () => {
  const lines = textOf("build.txt").trimEnd().split("\n");
  expect(lines).toEqual(precachedFiles(one).map((path) => `${sha256(join(one, path))}  ${path}`));
  const unlisted = filesOf(one).filter((path) => !precachedFiles(one).includes(path));
  const notApp = /^(?:sw\.js|build\.txt|_headers|\.htaccess|hosting\/.*|screenshots\/.*)$/u;
  expect(unlisted.filter((path) => !notApp.test(path))).toEqual([]);
  expect(textOf("sw.js")).toContain(sha256(join(one, "build.txt")));
});

test("build.txt covers the code of sw.js: that is sw-code.txt with the precache list put in, and nothing else", () => {
  const [before = "", after = "", ...more] = textOf("sw-code.txt").split("self.__WB_MANIFEST");
  const worker = textOf("sw.js");
  expect([more, worker.startsWith(before), worker.endsWith(after)]).toEqual([[], true, true]);
  const list: unknown = JSON.parse(worker.slice(before.length, worker.length - after.length));
  const integrity = (path: string): string =>
    `sha256-${createHash("sha256")
      .update(readFileSync(join(one, path)))
      .digest("base64")}`;
  const urls = [...precachedFiles(one), "build.txt"];
  expect(urls).toContain("sw-code.txt");
  expect(list).toEqual(urls.map((url) => expect.objectContaining({ url, integrity: integrity(url) })));
});

test("the first screen and the whole app stay within their budget", () => {
  const sizes = sizesOf(one);
  expect(sizes.firstScreen).toBeLessThanOrEqual(budget.firstScreen);
  expect(sizes.wholeApp).toBeLessThanOrEqual(budget.wholeApp);
});

/** Words that survive minifying and stand in one library only. */
const marks = { libsodium: /crypto_secretstream|_sodium_init/u, jspdf: /jsPDF/u, zxcvbn: /dictionarySequence|bruteforceGuesses/u } as const;

test("no heavy library comes with the first screen", () => {
  const first = firstScreenFiles(one);
  expect(first.length).toBeGreaterThan(0);
  for (const path of first) for (const mark of Object.values(marks)) expect([path, mark.test(textOf(path))]).toEqual([path, false]);
});

/** A sentence or word of each library's own that minifying keeps; the test first finds it where it surely stands. */
const unwanted = [
  ["html2canvas", "html2canvas/dist/html2canvas.esm.js", "Cloned element does not have an owner document"],
  ["canvg", "canvg/lib/index.es.js", "luminanceToAlpha"],
  ["dompurify", "dompurify/dist/purify.es.mjs", "ychannelselector"],
] as const;

test.each(unwanted)("%s, by which jsPDF would render web pages, is not in the build", (_, file, mark) => {
  expect(readFileSync(join(process.cwd(), "node_modules", file), "utf8")).toContain(mark);
  expect(scripts().filter((path) => textOf(path).includes(mark))).toEqual([]);
});

test("nothing in the build is inline, mapped, absolute, or from this machine", () => {
  expect(textOf("index.html")).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/u);
  expect(textOf("index.html")).not.toMatch(/(?:src|href)="(?!\.\/)/u);
  for (const path of filesOf(one).filter((name) => /\.(?:js|css|html|txt)$/u.test(name))) {
    expect([path, /sourceMappingURL|node_modules\//u.test(textOf(path)) || textOf(path).includes(process.cwd())]).toEqual([path, false]);
  }
});

test("the policy stands first in every page, before anything it governs", () => {
  for (const page of ["index.html", "leave.html"]) {
    const html = textOf(page);
    const policy = html.indexOf("Content-Security-Policy");
    expect(policy).toBeGreaterThan(0);
    expect(html.search(/<script|<link/u)).toBeGreaterThan(policy);
  }
});
