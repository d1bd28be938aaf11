import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PastedLine as CaseLine } from "../../src/case/commands.ts";
import { type PastedLine, understandPaste } from "../../src/evidence/links.ts";
import links from "../samples/links.txt?raw";
import thousand from "../samples/links-1000.txt?raw";
import { counter, platforms } from "./platforms.ts";

const paste = (text: string): readonly PastedLine[] => understandPaste(text, platforms, counter());
const linksOf = (lines: readonly PastedLine[]) => lines.flatMap((line) => (line.as === "link" ? [line.body] : []));
const textsOf = (lines: readonly PastedLine[]) => lines.flatMap((line) => (line.as === "text" ? [line.body] : []));
const addresses = (text: string): readonly string[] => linksOf(paste(text)).map((link) => link.text);
const key = (text: string): string | undefined => linksOf(paste(text))[0]?.key;

/** Written by hand, line by line: [site, platform] of a link, and `=n` where line n is surely the same page. */
const expected: readonly (readonly [line: number, site: string, platform: string | null, same?: number])[] = [
  [1, "clipmirror.example", null],
  // `ref` and `#t` mean nothing known on this site: line 2 may be another page than line 1.
  [2, "clipmirror.example", null],
  [3, "clipmirror.example", null, 2],
  [4, "reddit.com", "reddit"],
  // utm_source is tracking, `context` says how many comments to show.
  [5, "reddit.com", "reddit", 4],
  // A short link goes where its owner says today.
  [6, "redd.it", "reddit"],
  [7, "x.com", "x"],
  [8, "twitter.com", "x", 7],
  [9, "t.me", "telegram"],
  [10, "t.me", "telegram"],
  [11, "instagram.com", "instagram"],
  [12, "facebook.com", "facebook"],
  [13, "mega.nz", "mega"],
  [14, "dropbox.com", "dropbox"],
  [15, "drive.google.com", "google-drive"],
  [16, "pornhub.com", "pornhub"],
  [17, "pornhub.com", "pornhub", 16],
  [18, "porn-hub.website", null],
  [19, "google.com", "google-search"],
  [20, "bing.com", "bing"],
  [21, "pixboard.test", null],
  [22, "pixboard.test", null],
  [23, "xn--bcher-kva.example", null],
  [24, "xn--bcher-kva.example", null, 23],
  [25, "clipmirror.example", null],
  [26, "clipmirror.example", null],
  [27, "discord.com", "discord"],
  [28, "discordapp.com", "discord"],
  [29, "tiktok.com", "tiktok"],
  [30, "tiktok.com", "tiktok"],
  [31, "archive.org", "internet-archive"],
  [32, "archive.org", "internet-archive"],
  [33, "[2001:db8::1]", null],
  [34, "192.0.2.17", null],
  [35, "clipmirror.example", null],
  [36, "clipmirror.example", null],
  [40, "clipmirror.example", null],
  [41, "clipmirror.example", null],
];

describe("the sample of 43 lines", () => {
  const lines = links.split("\n").map((line) => line.replace(/\r$/u, ""));
  const understood = paste(links);

  test("is really the sample: 43 lines, one of them ending in CRLF", () => {
    expect(lines.length).toBe(44);
    expect(links).toContain("!\r\n");
  });

  test("every link line is kept byte for byte, with its site and platform", () => {
    const whole = linksOf(understood).filter((link) => lines.includes(link.text));
    expect(whole.map((link) => [link.text, link.site, link.platform])).toEqual(
      expected.map(([n, site, platform]) => [lines[n - 1], site, platform]),
    );
  });

  test("joins exactly the lines that are surely the same page", () => {
    const keys = new Map(linksOf(understood).map((link) => [lines.indexOf(link.text) + 1, link.key]));
    const joined = expected.map(([n]) => expected.find(([m]) => keys.get(m) === keys.get(n))?.[0]);
    expect(joined).toEqual(expected.map(([n, , , same]) => same ?? n));
  });

  test("keeps what is no link as a text, and says why", () => {
    expect(textsOf(understood).map((text) => [text.value, text.why])).toEqual([
      [lines[36], "account-name"],
      [lines[37], "unusable-link"],
      [lines[38], "unusable-link"],
      [lines[42], "not-a-link"],
    ]);
  });

  test("finds three links in the sentence of line 43", () => {
    expect(
      linksOf(understood)
        .slice(-3)
        .map((link) => link.text),
    ).toEqual(["https://clipmirror.example/a", "https://clipmirror.example/b", "https://clipmirror.example/c"]);
  });

  test("hosts are lower case and punycode, with their port", () => {
    const hosts = linksOf(understood).map((link) => link.host);
    expect(hosts).toEqual(
      expect.arrayContaining(["xn--bcher-kva.example", "pixboard.test:8443", "[2001:db8::1]:8080", "clipmirror.example"]),
    );
    expect(hosts.every((host) => /^[a-z0-9.:[\]-]+$/u.test(host))).toBe(true);
  });
});

describe("addresses in the way people write them", () => {
  test.each<readonly [string, readonly string[]]>([
    ["[title](https://a.example/x_(1))", ["https://a.example/x_(1)"]],
    ["*https://a.example/x*", ["https://a.example/x"]],
    ["https://a.example/1https://b.example/2", ["https://a.example/1", "https://b.example/2"]],
    ["https://a.example/1,https://b.example/2", ["https://a.example/1", "https://b.example/2"]],
    ["https://a.example/r?u=https://b.example/2", ["https://a.example/r?u=https://b.example/2"]],
    ["Link:https://a.example/1", ["https://a.example/1"]],
    ["看https://a.example/1，谢谢", ["https://a.example/1"]],
    ["\u200Ehttps://a.example/1\u200E", ["https://a.example/1"]],
    ["it is on instagram.com/ana_s and www.reddit.com/u/ana.", ["instagram.com/ana_s", "www.reddit.com/u/ana"]],
    ["she said yes.Maybe/no and w/o 3.5/10, 12/11/26", []],
    ["instagram.com", ["instagram.com"]],
    ["ana.sorensen.official", []],
    ["hxxp://a(.)example/x", ["hxxp://a(.)example/x"]],
    ["https[:]//a.example/x", ["https[:]//a.example/x"]],
    ["192.0.2.17/gallery", ["192.0.2.17/gallery"]],
    ["javascript:location='https://evil.example/x'", []],
    ["data:text/html,<a href=https://evil.example/x>", []],
    ["https://", []],
    ["https:///x", []],
  ])("%s", (line, want) => {
    expect(addresses(line)).toEqual(want);
    const kept = paste(line);
    expect(kept.some((l) => (l.as === "text" ? l.body.value === line : l.body.text === line))).toBe(true);
  });

  test.each([
    ["@ana_s", "account-name"],
    ["ana@friendly.example", "account-name"],
    ["ana.s on instagram", "account-name"],
    ["ana_1999", "account-name"],
    ["please help me", "not-a-link"],
    ["https://", "unusable-link"],
    ["https://\u202Eexample.com/x", "unusable-link"],
    ["tg://resolve?domain=grey", "unusable-link"],
    ["mailto:a@b.example", "unusable-link"],
  ] as const)("%s is kept as %s", (line, why) => {
    expect(textsOf(paste(line))).toMatchObject([{ value: line, why }]);
  });
});

describe("the key", () => {
  test.each([
    ["http://www.a.example:80/x", "https://A.example:443/x"],
    ["https://a.example/%7eana/%c3%a4", "https://a.example/~ana/ä"],
    ["https://a.example/x?utm_source=q&fbclid=1", "https://a.example/x"],
    ["https://www.instagram.com/p/C1/?igsh=abc==", "https://instagram.com/p/C1"],
    ["https://mobile.twitter.com/a/status/1", "https://x.com/a/status/1?s=20"],
    ["https://telegram.me/a", "https://t.me/a"],
    ["https://a.example/x#:~:text=hello", "https://a.example/x"],
  ])("joins %s and %s", (a, b) => {
    expect(key(a)).toBeTypeOf("string");
    expect(key(a)).toBe(key(b));
  });

  test.each([
    ["https://a.example/x#k1", "https://a.example/x#k2"],
    ["https://a.example/X", "https://a.example/x"],
    ["https://a.example/x?s=20", "https://a.example/x"],
    ["https://a.example/x/", "https://a.example/x"],
    ["https://m.a.example/x", "https://a.example/x"],
    ["https://a.example:8443/x", "https://a.example/x"],
    ["https://u:p@a.example/x", "https://a.example/x"],
    ["https://a.example/a%2Fb", "https://a.example/a/b"],
    ["https://mega.nz/folder/A#k1", "https://mega.nz/folder/A"],
    ["https://vm.tiktok.com/Z", "https://www.tiktok.com/Z"],
    ["https://x.com.evil.example/a", "https://x.com/a"],
    ["ftp://a.example/x", "https://a.example/x"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(key(a)).toBeTypeOf("string");
    expect(key(a)).not.toBe(key(b));
  });
});

describe("for every paste", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom(
      ...links.split("\n"),
      " ",
      "\r\n",
      "\r",
      "\n",
      "hxxp://a[.]b/",
      "(",
      ")",
      "https://",
      "\u202E",
      "<",
      ">",
      "javascript:",
    ),
  );
  const pasted = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));

  test("no character is lost or altered, and the order is kept", () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const kept = paste(text);
        const lines = text.split(/\r\n|\n|\r/u).filter((line) => line.trim() !== "");
        let at = 0;
        for (const line of lines) {
          const next = kept.findIndex((l, i) => i >= at && (l.as === "text" ? l.body.value === line : l.body.text === line.trim()));
          expect(next).toBeGreaterThanOrEqual(at);
          // What comes before the line's own entry was found in that line.
          for (const found of kept.slice(at, next)) expect(found.as === "link" && line.includes(found.body.text)).toBe(true);
          at = next + 1;
        }
        expect(at).toBe(kept.length);
      }),
      { numRuns: 400 },
    );
  });

  test("a link pasted again alone is understood as the same link", () => {
    fc.assert(
      fc.property(pasted, (text) => {
        for (const { link: _, ...body } of linksOf(paste(text))) expect(linksOf(paste(body.text))).toMatchObject([body]);
      }),
      { numRuns: 400 },
    );
  });
});

describe("what is too long for one entry", () => {
  test("a very long link is one link, up to the limit", () => {
    expect(addresses(`https://a.example/${"a/".repeat(7_900)}`).length).toBe(1);
  });

  test("beyond it the line is kept in pieces, without a broken character", () => {
    const line = `https://a.example/${"😀".repeat(20_000)}`;
    const values = textsOf(paste(line)).map((text) => text.value);
    expect(values.join("")).toBe(line);
    expect(values.every((value) => value.length <= 16_000 && !/\p{Cs}/u.test(value))).toBe(true);
  });

  test("a picture written out as an address is not cut to fit", () => {
    expect(textsOf(paste(`data:image/png;base64,${"A".repeat(20_000)}`)).map((text) => text.value.length)).toEqual([20_022]);
  });
});

test("1,000 links fall into 45 sites", () => {
  const found = linksOf(paste(thousand));
  const sites = new Map<string, number>();
  for (const { site } of found) sites.set(site, (sites.get(site) ?? 0) + 1);
  expect([found.length, sites.size, new Set(found.map((link) => link.key)).size]).toEqual([1000, 45, 1000]);
  expect(new Set(found.map((link) => link.platform))).toEqual(new Set(["reddit", "telegram", "x", null]));
});

test("the work grows with the paste and not faster", () => {
  const time = (text: string): number => {
    const start = performance.now();
    paste(text);
    return performance.now() - start;
  };
  const line = thousand.repeat(10);
  time(line);
  // 10,000 links take well under a second; one line of two megabytes of the worst characters no longer than that.
  expect(linksOf(paste(line)).length).toBe(10_000);
  for (const worst of [
    "(".repeat(2e6),
    `https://a.example/${")".repeat(2e6)}`,
    "https://a.b/1".repeat(1.5e5),
    "a.".repeat(1e6),
    "%7e".repeat(7e5),
    "[.]".repeat(7e5),
  ])
    expect(time(worst)).toBeLessThan(5_000);
});

test("the shape is the one that the case's command takes", () => {
  const lines: readonly CaseLine[] = paste("https://a.example/x\n@ana");
  const back: readonly PastedLine[] = lines;
  expect(back.map((line) => line.as)).toEqual(["link", "text"]);
});
