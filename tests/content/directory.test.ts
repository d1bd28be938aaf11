import { getDomain, parse } from "tldts";
import { expect, test } from "vitest";
import { hardening } from "../../src/content/hardening/index.ts";
import { hashServices } from "../../src/content/hash-services/index.ts";
import { helplines } from "../../src/content/helplines/index.ts";
import { notices } from "../../src/content/notices/index.ts";
import { platforms } from "../../src/content/platforms/index.ts";
import { warningSigns } from "../../src/content/signs/index.ts";
import directory from "../samples/directory.json";

const all = { platforms, hashServices, helplines, notices, hardening, warningSigns };

/** Every string of a value, keys left out. */
const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsOf) : [];
};

/** Strings of the directory's entry that stand nowhere in ours. */
const lost = (theirs: object, ours: object, except: readonly string[]): readonly string[] => {
  const kept = stringsOf(ours);
  return Object.entries(theirs)
    .filter(([key]) => !except.includes(key))
    .flatMap(([, value]) => stringsOf(value))
    .filter((text) => !kept.some((mine) => mine === text || (text.length > 3 && mine.includes(text))));
};

const pairs: readonly {
  readonly what: string;
  readonly theirs: readonly object[];
  readonly ours: readonly object[];
  /** Fields that say which entry is which. */ readonly by: readonly string[];
  readonly except: readonly string[];
}[] = [
  { what: "platforms", theirs: directory.platforms, ours: platforms, by: ["id"], except: [] },
  { what: "hash services", theirs: directory.hashServices, ours: hashServices, by: ["id"], except: [] },
  { what: "helplines", theirs: directory.helplines, ours: helplines, by: ["country", "name"], except: [] },
  { what: "notices", theirs: directory.notices, ours: notices, by: ["id"], except: [] },
  { what: "hardening", theirs: directory.hardening, ours: hardening, by: ["provider", "setting"], except: [] },
  // The patterns are ours: the directory's own note calls its patterns a baseline that should be replaced.
  { what: "scam patterns", theirs: directory.scamPatterns, ours: warningSigns, by: ["id"], except: ["patterns", "note"] },
];

/** One name of the directory carries a word that we do not use. */
const ourWords = (value: unknown): unknown => (typeof value === "string" ? value.replace(", revenge porn", "") : value);

test.each(pairs)("nothing of the directory's $what is lost", ({ theirs, ours, by, except }) => {
  expect(theirs.length).toBeGreaterThan(4);
  for (const entry of theirs) {
    const mine = ours.filter((item) => by.every((field) => Reflect.get(item, field) === ourWords(Reflect.get(entry, field))));
    expect(mine, JSON.stringify(entry).slice(0, 80)).toHaveLength(1);
    expect(lost(Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, ourWords(value)])), mine[0] ?? {}, except)).toEqual(
      [],
    );
  }
});

test("the numbers of entries are those of the directory; letters of no single law come on top", () => {
  expect([platforms.length, hashServices.length, helplines.length, hardening.length]).toEqual([48, 5, 50, 31]);
  // One sign of our own: a photo asked for to prove who somebody is.
  expect(warningSigns.map((sign) => sign.id)).toEqual([...directory.scamPatterns.map((sign) => sign.id), "photo-identity"].sort());
  expect(notices.filter((notice) => notice.law !== null)).toHaveLength(10);
});

test("the comparison notices a lost string", () => {
  expect(lost({ name: "Facebook", hosts: ["fb.com"] }, { name: "Facebook", hosts: [] }, [])).toEqual(["fb.com"]);
});

test.each(Object.entries(all))("%s: ids are unique, file names and sources are well formed", (_, entries) => {
  expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
  for (const { id, source } of entries) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
    expect(source.text).not.toBe("");
    expect(source.date ?? "2026").toMatch(/^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u);
    expect(["official", "ngo", "thirdParty", "unsourced"]).toContain(source.confidence);
  }
});

test("a file is named after its id", () => {
  const files = Object.keys(
    import.meta.glob([
      "../../src/content/{platforms,hash-services,helplines,notices,hardening,signs}/*.ts",
      "!../../src/content/*/index.ts",
    ]),
  ).map((path) => path.replace(/^.*\//u, "").replace(/\.ts$/u, ""));
  const ids = Object.values(all).flatMap((entries) => entries.map((entry) => entry.id));
  expect(files.sort()).toEqual([...ids].sort());
});

test("no address of ours is missing in the directory", () => {
  const theirs = stringsOf(directory).join("\n");
  const addresses = Object.values(all)
    .flatMap((entries) => stringsOf(entries))
    .flatMap((text) => text.match(/(?:https?:\/\/|mailto:)[^\s;,)]+/gu) ?? []);
  expect(addresses.length).toBeGreaterThan(200);
  expect(addresses.filter((address) => !theirs.includes(address))).toEqual([]);
});

const formsOf = (platform: (typeof platforms)[number]): readonly string[] =>
  [platform.reportUrl, platform.impersonationUrl, ...platform.altUrls.map((alt) => alt.url)].filter((url) => url !== null);

test("every form address is https on one of the platform's form hosts, or a mail address", () => {
  for (const platform of platforms) {
    for (const url of formsOf(platform)) {
      const { protocol, hostname, username, port } = new URL(url);
      expect([username, port]).toEqual(["", ""]);
      if (protocol === "mailto:") expect(url).toMatch(/^mailto:[\w.+-]+@[\w.-]+$/u);
      else expect([protocol, platform.formHosts.includes(hostname)], url).toEqual(["https:", true]);
    }
    for (const host of platform.formHosts)
      expect(
        formsOf(platform).some((url) => new URL(url).hostname === host),
        host,
      ).toBe(true);
  }
});

/** Domains of forms that do not stand among the platform's own hosts: read one by one by a person. */
const REVIEWED: Readonly<Record<string, readonly string[]>> = {
  facebook: ["meta.com"],
  instagram: ["facebook.com", "meta.com"],
  threads: ["meta.com"],
  messenger: ["meta.com"],
  snapchat: ["snap.com"],
  reddit: ["reddithelp.com"],
  youtube: ["google.com"],
  "redtube-youporn": ["pornhub.com"],
  bing: ["microsoft.com"],
  cloudflare: ["cloudflare.com"],
  "generic-host": ["icann.org"],
};

/** What a look-alike shares with the real one: letters only, digits read as letters. */
const skeleton = (host: string): string =>
  (parse(host).domainWithoutSuffix ?? host)
    .replace(/[-_]/gu, "")
    .replace(/0/gu, "o")
    .replace(/[1l]/gu, "i")
    .replace(/3/gu, "e")
    .replace(/5/gu, "s");

const brandOf = (host: string): string => parse(host).domainWithoutSuffix ?? host;
/** A host that reads like one of the brands without being written like it, in the registered part or before it. */
const looksLike = (host: string, brands: readonly string[]): boolean =>
  brands.some((brand) => {
    const labels = host.split(".").slice(0, -1);
    return labels.some(
      (label) =>
        label !== brand && brand.length > 3 && skeleton(`${label}.com`).includes(skeleton(`${brand}.com`)) && !brands.includes(label),
    );
  });

test("form hosts stand on the platform's own domains or on reviewed ones", () => {
  for (const platform of platforms) {
    const own = new Set([...platform.hosts.map((host) => getDomain(host)), ...(REVIEWED[platform.id] ?? [])]);
    const mails = platform.altUrls.filter((alt) => alt.url.startsWith("mailto:")).map((alt) => alt.url.split("@")[1] ?? "");
    for (const host of [...platform.formHosts, ...mails]) expect([...own], `${platform.id}: ${host}`).toContain(getDomain(host));
  }
});

/** Real names that hold a brand in a longer label, read one by one by a person. */
const LONGER_NAMES = [
  "cdn.discordapp.com",
  "cdninstagram.com",
  "discordapp.com",
  "dropboxusercontent.com",
  "githubusercontent.com",
  "media.discordapp.net",
  "support.reddithelp.com",
  "youtube-nocookie.com",
];

test("hosts are plain lower-case names, each with one platform, and no look-alike of a brand", () => {
  const hosts = platforms.flatMap((platform) => platform.hosts);
  expect(new Set(hosts).size).toBe(hosts.length);
  for (const host of hosts) {
    expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/u);
    expect(host).not.toContain("xn--");
    expect(parse(host, { allowPrivateDomains: false }).isIcann, host).toBe(true);
  }
  const brands = [...new Set(hosts.filter((host) => !LONGER_NAMES.includes(host)).map(brandOf))];
  const all = [...new Set([...hosts, ...platforms.flatMap((platform) => platform.formHosts)])];
  expect(all.filter((host) => looksLike(host, brands)).sort()).toEqual(LONGER_NAMES);
});

test("the look-alike test knows the one that slipped into a well-kept list, and its kin", () => {
  const brands = ["pornhub", "reddit", "youtube"];
  for (const host of ["help.porn-hub.website", "porn-hub.com", "p0rnhub.com", "reddit-help.site", "pornhub-removal.com"])
    expect(looksLike(host, brands), host).toBe(true);
  for (const host of ["pornhub.com", "www.pornhub.org", "i.redd.it", "old.reddit.com"]) expect(looksLike(host, brands), host).toBe(false);
});

test("helplines name a country by its ISO code and can be reached", () => {
  for (const line of helplines) {
    expect(line.country).toMatch(/^([A-Z]{2}|INT)$/u);
    expect(line.country).not.toBe("UK");
    expect(line.phone !== null || line.url !== null, line.id).toBe(true);
  }
});

test("only two laws run a clock from the person's own request today", () => {
  expect(notices.filter((notice) => notice.clock !== null).map((notice) => notice.id)).toEqual(["eu-gdpr-17", "us-take-it-down"]);
  for (const notice of notices) expect(notice.asks === null, notice.id).toBe(notice.clock === null);
});
