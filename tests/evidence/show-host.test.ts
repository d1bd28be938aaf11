import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayText, hostDisplay } from "../../src/evidence/display.ts";
import { lookAlike } from "../../src/evidence/look-alike.ts";
import { unicodeHost } from "../../src/evidence/punycode.ts";
import { siteOf, platformIndex } from "../../src/evidence/sites.ts";
import { platforms } from "./platforms.ts";

test.each([
  ["https://clipmirror.example/w?q=\u202Egpj.exe", "https://clipmirror.example/w?q=⟨U+202E⟩gpj.exe"],
  ["a\u200Bb\u0000c", "a⟨U+200B⟩b⟨U+0000⟩c"],
  ["bücher 😀", "bücher 😀"],
  ["\uD800", "⟨U+D800⟩"],
])("hidden characters are spelled out: %j", (text, want) => expect(displayText(text)).toBe(want));

test("what is shown has nothing hidden in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(displayText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }),
  );
});

test.each([
  ["bücher.example", "xn--bcher-kva.example"],
  ["PORNHUB.com", "pornhub.com"],
  ["рornhub.com", "xn--ornhub-9qf.com"],
  ["\u202Ex", "⟨U+202E⟩x"],
])("%s is shown as %s", (host, want) => expect(hostDisplay(host)).toBe(want));

test("punycode decodes to what the browser encoded", () => {
  const letters = fc.string({ unit: fc.constantFrom(...Array.from("abcäöüßжщ中文日本語αβγ한국")), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(letters, (label) => {
      expect(unicodeHost(new URL(`https://${label}.example`).hostname)).toBe(`${label}.example`);
    }),
  );
});

test("punycode of any text neither throws nor hangs", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from("abz09-")), maxLength: 70 }), (label) => {
      expect(unicodeHost(`xn--${label}.example`)).toMatch(/\.example$/u);
    }),
  );
});

describe("look-alikes", () => {
  test.each([
    ["help.porn-hub.website", "pornhub"],
    ["instagrarn.com", "instagram"],
    ["instagram.com.login.example", "instagram"],
    ["instagram-help.example", "instagram"],
    ["faceb0ok.com", "facebook"],
    ["facebok.com", "facebook"],
    ["xn--fcebook-2fg.com", "facebook"],
    ["x.com.evil.example", "x"],
  ])("%s is named as resembling %s and never matched to it", (host, platform) => {
    expect(lookAlike(host, platforms)?.platform).toBe(platform);
    expect(siteOf(host, platformIndex(platforms)).platform).toBeNull();
  });

  test.each([
    "www.instagram.com",
    "de.pornhub.com",
    "clipmirror.example",
    "pixboard.test",
    "xn--bcher-kva.example",
    "friendly.example",
    "192.0.2.17",
    "[2001:db8::1]",
    "user.github.io",
  ])("%s raises no warning", (host) => expect(lookAlike(host, platforms)).toBeNull());
});

describe("sites", () => {
  const index = platformIndex(platforms);
  test.each([
    ["www.reddit.com", "reddit.com", "reddit"],
    ["user.github.io", "github.io", "github"],
    ["foo.blogspot.com", "foo.blogspot.com", null],
    ["drive.google.com", "drive.google.com", "google-drive"],
    ["www.google.co.uk", "google.co.uk", "google-search"],
    ["onedrive.live.com", "onedrive.live.com", "microsoft-onedrive"],
    ["outlook.live.com", "live.com", null],
    ["a.b.co.uk", "b.co.uk", null],
    ["localhost", "localhost", null],
    ["notreddit.com", "notreddit.com", null],
    ["reddit.com.evil.example", "evil.example", null],
  ])("%s belongs to %s (%s)", (host, site, platform) => expect(siteOf(host, index)).toEqual({ site, platform }));

  test("no site has two platforms", () => {
    const bySite = new Map<string, Set<string | null>>();
    for (const { hosts } of platforms)
      for (const host of hosts.flatMap((h) => [h, `www.${h}`, `some.${h}`])) {
        const { site, platform } = siteOf(host, index);
        bySite.set(site, (bySite.get(site) ?? new Set()).add(platform));
      }
    expect([...bySite].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });
});
