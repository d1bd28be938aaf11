import fc from "fast-check";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { warningSigns } from "../../src/content/signs/index.ts";
import { matchSignPattern, parseSignPattern, pieceFinder } from "../../src/workflow/sign-pattern.ts";
import { clausesOf, readable, SIGN_TEXT_LIMIT } from "../../src/workflow/sign-text.ts";
import { findSigns } from "../../src/workflow/signs.ts";
import { harmless } from "../content/messages-harmless.ts";
import { scams } from "../content/messages-scam.ts";
import extortion from "../samples/extortion.eml?raw";
import chat from "../samples/whatsapp-android.txt?raw";
import reply from "../samples/platform-reply.eml?raw";

const named = (text: string): readonly string[] => [...new Set(findSigns(text, warningSigns).map((found) => found.sign))].sort();
const strong = new Set(warningSigns.filter((sign) => sign.severity === "high").map((sign) => sign.id));
const strongIn = (text: string): readonly string[] => named(text).filter((sign) => strong.has(sign));
const textOf = async (mail: string): Promise<string> => (await PostalMime.parse(mail)).text ?? "";

test("the corpus is large enough to say anything", () => {
  expect(scams.length).toBeGreaterThanOrEqual(60);
  expect(harmless.length).toBeGreaterThanOrEqual(60);
  expect(new Set([...scams.map((sample) => sample.text), ...harmless]).size).toBe(scams.length + harmless.length);
  const signs = new Set(scams.flatMap((sample) => sample.signs));
  expect(warningSigns.filter((sign) => !signs.has(sign.id))).toEqual([]);
});

test("nine of ten of the signs that a careful reader names are found", () => {
  const wanted = scams.flatMap(({ text, signs }) => signs.map((sign) => ({ text, sign, hit: named(text).includes(sign) })));
  const missed = wanted.filter((item) => !item.hit);
  expect(missed.length / wanted.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.1);
  const silent = scams.filter(({ text }) => named(text).length === 0);
  expect(silent.length / scams.length, JSON.stringify(silent)).toBeLessThanOrEqual(0.05);
});

test("nine of ten scams raise a strong sign, whatever it is called", () => {
  const weak = scams.filter(({ text }) => strongIn(text).length === 0);
  expect(weak.length / scams.length, JSON.stringify(weak, null, 1)).toBeLessThanOrEqual(0.1);
});

test("at most one harmless message in twenty raises a strong sign", () => {
  const alarmed = harmless.filter((text) => strongIn(text).length > 0).map((text) => `${strongIn(text).join()}: ${text}`);
  expect(alarmed.length / harmless.length, alarmed.join("\n")).toBeLessThanOrEqual(0.05);
});

test("the fake removal service is named for what it is, the platform's answer is not", async () => {
  expect(named(await textOf(extortion))).toEqual(
    expect.arrayContaining([
      "asks-for-credentials",
      "discourages-police",
      "guarantee",
      "photo-identity",
      "untraceable-payment",
      "upfront-fee",
    ]),
  );
  expect(named(await textOf(reply))).toEqual([]);
});

test("a threat in a chat export is found where it stands", () => {
  const found = findSigns(chat, warningSigns);
  expect(found.map((item) => item.sign)).toEqual(
    expect.arrayContaining(["extortion-demand", "untraceable-payment", "discourages-police", "move-off-platform"]),
  );
  const threat = found.find((item) => item.sign === "extortion-demand");
  expect(chat.slice(threat?.from, threat?.to)).toContain("it goes to your boss");
});

test.each(warningSigns)("$id: its own examples are found", ({ id, examples }) => {
  for (const example of examples) expect(named(example), example).toContain(id);
});

test.each([
  ["We will ask you for an upfront fee.", "We will never ask you for an upfront fee.", "upfront-fee"],
  ["Pay in Bitcoin to this wallet.", "We do not accept payment in Bitcoin.", "untraceable-payment"],
  ["We guarantee removal.", "We cannot guarantee removal.", "guarantee"],
  ["Tell me the code.", "Nobody from us will tell you: tell me the code.", "asks-for-credentials"],
  ["Send us your password.", "Don’t send us your password.", "asks-for-credentials"],
  ["Send us the original picture for verification.", "Please do not send us the original picture for verification.", "asks-for-image"],
])("denied is not done: %s / %s", (said, denied, sign) => {
  expect(named(said)).toContain(sign);
  expect(named(denied)).not.toContain(sign);
});

test("a no that denies nothing hides nothing", () => {
  expect(named("Do not worry, just send us the original picture for verification.")).toContain("asks-for-image");
  expect(named("This is not a scam, we guarantee removal.")).toContain("guarantee");
  expect(named("We are not like others, but you pay a processing fee first.")).toContain("upfront-fee");
});

test("letters that only look different are read as what they look like, and positions point into the text as given", () => {
  const text = "👋 Send 𝐁𝐢𝐭𝐜𝐨𝐢𝐧 to this wal\u200blet. pay the proces\u00adsing fee";
  const found = findSigns(text, warningSigns);
  expect(found.map((item) => item.sign)).toEqual(expect.arrayContaining(["untraceable-payment", "upfront-fee"]));
  expect(text.slice(found[0]?.from, found[0]?.to)).toContain("𝐁𝐢𝐭𝐜𝐨𝐢𝐧");
});

test("an e-mail's hard line ends do not hide a sentence", () => {
  expect(named("We are glad to help you. To start with the work we need a\nprocessing fee of 150 USD.")).toContain("upfront-fee");
});

test("any text: positions are inside it, in order, and never empty", () => {
  const words = fc.constantFrom(...scams.flatMap((sample) => sample.text.split(" ")), "\n", "\u200b", "🙏", "ﷺ", "\ud800");
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words, { maxLength: 120 }).map((list) => list.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const found = findSigns(text, warningSigns);
      const wrong = found.filter(({ from, to }, i) => from < (found[i - 1]?.from ?? 0) || to <= from || to > text.length);
      expect(wrong).toEqual([]);
    }),
  );
});

/** Counts the work instead of timing it: characters that are handed to the pieces, and hits that are walked. */
test("hostile input of any length costs work in proportion to what is read of it, and reading stops", () => {
  const patterns = warningSigns.flatMap((sign) => sign.patterns.map(parseSignPattern));
  const compiled = new Map<string, RegExp>();
  const work = (text: string): number => {
    let count = 0;
    for (const [from, to] of clausesOf(text)) {
      const find = pieceFinder(text.slice(from, to), compiled);
      for (const pattern of patterns) {
        matchSignPattern(pattern, (piece) => {
          const hits = find(piece);
          count += 1 + hits.length;
          return hits;
        });
      }
    }
    return count;
  };
  for (const unit of [
    "pay ",
    "send me the ",
    "if ".repeat(40),
    "a",
    "fee deposit ",
    "do not ",
    "i will send it ",
    "((((",
    "\n",
    "a\n",
    "your ",
  ]) {
    const text = unit.repeat(Math.ceil(400_000 / unit.length));
    const read = readable(text).text;
    expect(read.length).toBeLessThanOrEqual(SIGN_TEXT_LIMIT);
    const clauses = clausesOf(read);
    expect(clauses.every(([from, to]) => to - from <= 500 && to > from)).toBe(true);
    expect(clauses.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(read.length);
    expect(findSigns(text, warningSigns).length).toBeLessThanOrEqual(clauses.length * warningSigns.length);
    const small = work(read.slice(0, 1500));
    expect(work(read.slice(0, 3000))).toBeLessThanOrEqual(2.2 * small + 2000);
  }
});

test("no piece of a pattern holds a gap, an open repeat, or a repeat of more than a few words", () => {
  const pieces = warningSigns
    .flatMap((sign) => sign.patterns.map(parseSignPattern))
    .flatMap((pattern) => [...pattern.parts.flatMap((chain) => chain.pieces), ...pattern.unless]);
  expect(pieces.length).toBeGreaterThan(300);
  for (const piece of pieces) {
    expect(piece.replace(/\[[^\]]{1,20}\]/gu, "x")).not.toMatch(/(?<!\\)[*+]|\{\d+,\}|(?<!\\)\./u);
    for (const [, most] of piece.matchAll(/\)\{\d+,(\d+)\}/gu)) expect(Number(most)).toBeLessThanOrEqual(4);
    expect(() => new RegExp(piece, "giu")).not.toThrow();
    expect("").not.toMatch(new RegExp(piece, "iu"));
  }
});

test("a pattern: in this order with a bounded gap, all parts in any order, and nothing that is excluded", () => {
  const holds = (pattern: string, clause: string): boolean =>
    matchSignPattern(parseSignPattern(pattern), pieceFinder(clause, new Map())).length > 0;
  expect(holds("pay.{0,5}now", "pay me now")).toBe(true);
  expect(holds("pay.{0,3}now", "pay me now")).toBe(false);
  expect(holds("now.{0,9}pay", "pay me now")).toBe(false);
  expect(holds("now && pay", "pay me now")).toBe(true);
  expect(holds("now && pay !! please", "pay me now")).toBe(true);
  expect(holds("now && pay !! please", "please pay me now")).toBe(false);
});

test("the walk finds what the regular expression engine finds", () => {
  const word = fc.constantFrom("a", "b", "c", "x", " ");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (letters, one, two) => {
      const text = letters.join("");
      const source = `a.{0,${one}}b.{0,${two}}c`;
      const walked = matchSignPattern(parseSignPattern(source), pieceFinder(text, new Map())).length > 0;
      expect(walked).toBe(new RegExp(source, "u").test(text));
    }),
  );
});
