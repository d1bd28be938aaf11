import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { appId } from "../../src/lib/app-id.ts";
import { headerPolicy, metaPolicy, trustedTypesPolicy } from "../../src/sw/policy.ts";
import { hostingFiles } from "./hosting.ts";
import { icons, screenshots } from "./icons.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Image {
  readonly src: string;
  readonly sizes: string;
  readonly purpose?: string;
}
interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly display: string;
  readonly icons: readonly Image[];
  readonly screenshots: readonly Image[];
  readonly shortcuts: readonly { readonly name: string; readonly url: string; readonly icons: readonly Image[] }[];
}
const manifest: Manifest = JSON.parse(read("public/manifest.webmanifest"));

/** Width × height as a PNG's own header states them. */
const pngSize = (path: string): string => {
  const bytes = readFileSync(join(root, "public", path));
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return `${String(bytes.readUInt32BE(16))}x${String(bytes.readUInt32BE(20))}`;
};

describe("the manifest", () => {
  test("gives its id to the storage names", () => {
    expect(manifest.id).toBe(appId);
  });

  test("names pictures that are there, in the size it says, any and maskable", () => {
    const images = [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap((shortcut) => shortcut.icons)];
    expect(images.map(({ src }) => pngSize(src))).toEqual(images.map(({ sizes }) => sizes));
    expect(new Set(manifest.icons.map(({ purpose }) => purpose))).toEqual(new Set(["any", "maskable"]));
    expect(manifest.screenshots.length).toBeGreaterThan(0);
  });

  test("tells nothing by its names, and every address stays inside", () => {
    const shown = [manifest.name, manifest.short_name, ...manifest.shortcuts.map(({ name }) => name), read("index.html")].join(" ");
    expect(shown).not.toMatch(/holdfast|abuse|intimate|evidence|takedown|victim|safe|lock|shield|case/iu);
    for (const { url } of manifest.shortcuts) expect(url).toMatch(/^\.\/(?:#[a-z]+)?$/u);
    expect(manifest.display).toBe("standalone");
  });
});

const pictures = [
  ...icons.map((icon) => ({ ...icon, folder: "icons" })),
  ...screenshots.map((shot) => ({ ...shot, folder: "screenshots" })),
];
test.each(pictures)("$folder/$name is what the script draws", ({ folder, name, draw }) => {
  expect(readFileSync(join(root, "public", folder, name)).equals(draw())).toBe(true);
});

test.each(Object.entries(hostingFiles))("public/%s carries the policy as it is now", (path, text) => {
  expect(read(`public/${path}`)).toBe(text);
  expect(text).toContain(headerPolicy);
});

test("the policy allows nothing by default, no inline script, no eval, and one Trusted Types policy", () => {
  const rows = new Map(headerPolicy.split("; ").map((row) => [row.split(" ")[0], row.split(" ").slice(1)]));
  expect(rows.get("default-src")).toEqual(["'none'"]);
  expect(rows.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(rows.get("connect-src")).toEqual(["'self'"]);
  expect(rows.get("trusted-types")).toEqual([trustedTypesPolicy]);
  expect(rows.get("require-trusted-types-for")).toEqual(["'script'"]);
  expect(rows.get("frame-ancestors")).toEqual(["'none'"]);
  expect(headerPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|data:|\*/u);
  expect(metaPolicy).not.toContain("frame-ancestors");
});

test("the script policy has the name that the header allows", () => {
  expect(read("src/device/trusted-types.ts")).toContain(`const policyName = "${trustedTypesPolicy}";`);
});

test("the page asks the browser to send no text anywhere", () => {
  const html = read("index.html");
  for (const part of [
    'spellcheck="false"',
    'translate="no"',
    'autocorrect="off"',
    'content="no-referrer"',
    'content="notranslate"',
    "<noscript>",
  ]) {
    expect(html).toContain(part);
  }
});
