import { parse } from "tldts";
import { unicodeHost } from "./punycode.ts";
import { type PlatformHosts, type PlatformIndex, platformIndex, siteOf } from "./sites.ts";

/** Letters of other alphabets and digits that are drawn for a Latin letter (a working subset of Unicode TS #39, "confusables"). */
const twins: Readonly<Record<string, string>> = {
  а: "a",
  α: "a",
  ɑ: "a",
  Ь: "b",
  ь: "b",
  с: "c",
  ϲ: "c",
  ԁ: "d",
  е: "e",
  є: "e",
  ε: "e",
  ё: "e",
  ғ: "f",
  ɡ: "g",
  һ: "h",
  н: "h",
  і: "i",
  ї: "i",
  ı: "i",
  ι: "i",
  l: "i",
  "1": "i",
  "|": "i",
  ӏ: "i",
  ј: "j",
  к: "k",
  κ: "k",
  ĸ: "k",
  м: "m",
  п: "n",
  η: "n",
  ո: "n",
  о: "o",
  ο: "o",
  σ: "o",
  օ: "o",
  "0": "o",
  р: "p",
  ρ: "p",
  ԛ: "q",
  г: "r",
  ѕ: "s",
  "5": "s",
  ß: "b",
  т: "t",
  τ: "t",
  υ: "u",
  ս: "u",
  ν: "v",
  ѵ: "v",
  ԝ: "w",
  ω: "w",
  х: "x",
  χ: "x",
  у: "y",
  γ: "y",
  ʏ: "y",
  "3": "e",
  "4": "a",
  "8": "b",
};

/** What a name looks like: accents, hyphens, digits and foreign twins read as Latin letters. */
const skeleton = (label: string): string =>
  Array.from(label.toLowerCase().normalize("NFKD"))
    .filter((char) => !/[\p{M}_-]/u.test(char))
    .map((char) => twins[char] ?? char)
    .join("")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");

/** One letter added, left out, changed, or two neighbours swapped. */
const oneApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(from, a.length - end), b.slice(from, b.length - end)];
  return Math.max(left.length, right.length) <= 1 || (left.length === 2 && left === Array.from(right).reverse().join(""));
};

interface Brand {
  readonly platform: string;
  readonly like: string;
  readonly name: string;
}
interface Known {
  readonly index: PlatformIndex;
  readonly brands: readonly Brand[];
}
/** One directory is asked about many hosts; its skeletons are worked out once. */
const known = new WeakMap<readonly PlatformHosts[], Known>();

const knownOf = (platforms: readonly PlatformHosts[]): Known => {
  const found = known.get(platforms);
  if (found !== undefined) return found;
  const brands = platforms.flatMap(({ id, hosts }) =>
    hosts.map((like) => ({ platform: id, like, name: skeleton(parse(like).domainWithoutSuffix ?? like) })),
  );
  const made = { index: platformIndex(platforms), brands };
  known.set(platforms, made);
  return made;
};

/**
 * Warns of an address that resembles a platform's without being it: another ending or hyphens (porn-hub.website), one letter off, letters of
 * another alphabet, the brand as a part of the name (instagram-help.example) or in front of it (x.com.login.example). `host` without port.
 * A warning for showing, nothing more: a match is never made from it, and some national domains of a real platform raise it too.
 */
export const lookAlike = (
  host: string,
  platforms: readonly PlatformHosts[],
): { readonly platform: string; readonly like: string } | null => {
  const { index, brands } = knownOf(platforms);
  if (siteOf(host, index).platform !== null) return null;
  const seen = unicodeHost(host);
  const { domain, domainWithoutSuffix } = parse(host);
  if (domain === null || domainWithoutSuffix === null) return null;
  const front = host.slice(0, -domain.length);
  const whole = skeleton(unicodeHost(domainWithoutSuffix));
  const parts = seen
    .slice(0, -(domain.length - domainWithoutSuffix.length))
    .split(/[.-]/u)
    .map(skeleton);
  const like = brands.find(
    (brand) =>
      `.${front}`.includes(`.${brand.like}.`) ||
      (brand.name.length >= 5 && whole === brand.name) ||
      (brand.name.length >= 6 && (oneApart(whole, brand.name) || parts.includes(brand.name))),
  );
  return like === undefined ? null : { platform: like.platform, like: like.like };
};
