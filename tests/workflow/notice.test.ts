import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notices } from "../../src/content/notices/index.ts";
import type { NoticeFacts, NoticeTemplate } from "../../src/workflow/notice-types.ts";
import { checkEdited, composeNotice, noticeFits } from "../../src/workflow/notice.ts";

const facts: NoticeFacts = {
  links: ["https://clipmirror.example/watch?v=8f3kQz_01&k=%7e#key=Zz", "https://clipmirror.example/watch?v=8f3kQz_010"],
  platform: "Clipmirror",
  domains: ["clipmirror.example"],
  signature: "Ana B.",
  contact: "a.b.replies@friendly.example",
  as: "depicted",
  representative: "Mo Harbour",
  reference: "c-55120",
  seenAt: "19 November 2026, 21:14 (UTC+1)",
  writtenOn: "22 November 2026",
  searchTerms: "ana clipmirror",
  resultsPage: "https://search.example/?q=ana",
  country: "Australia",
  media: "video",
  intimate: true,
  recognisable: true,
  fake: false,
  filmedSecretly: false,
  ageThen: "adult",
  tookPicture: true,
  says: { noConsent: true, goodFaith: true, accurate: true, perjury: true },
};
const withTemplate = notices.flatMap((notice) => (notice.template === null ? [] : [{ id: notice.id, template: notice.template }]));
const templateOf = (id: string): NoticeTemplate => {
  const found = withTemplate.find((notice) => notice.id === id);
  if (found === undefined) throw new Error(id);
  return found.template;
};
const silent = { noConsent: false, goodFaith: false, accurate: false, perjury: false };

describe.each(withTemplate)("$id", ({ template }) => {
  test("with every fact given nothing required is missing", () => {
    expect(composeNotice(template, facts).missing).toEqual([]);
  });

  test("every element is served by a paragraph, except the one that is left out on purpose", () => {
    const served = new Set(template.paragraphs.flatMap((part) => part.elements));
    const lone = template.elements.map((element) => element.id).filter((id) => !served.has(id) && id !== "writing");
    expect(lone).toEqual(template === templateOf("us-dmca-512") ? ["address-phone"] : []);
  });

  test("each required element goes missing when all paragraphs that serve it are deleted, and comes back", () => {
    for (const element of template.elements.filter((item) => item.required && item.id !== "writing")) {
      const without = { ...template, paragraphs: template.paragraphs.filter((part) => !part.elements.includes(element.id)) };
      const text = composeNotice(without, facts).text;
      expect(checkEdited(text, template, facts).missing, element.id).toContain(element.id);
    }
  });

  test("no statement is made that the person did not make", () => {
    const { text } = composeNotice(template, { ...facts, says: silent });
    expect(text).not.toMatch(/did not agree to (it|them) being|without (my|their|consent)|good.faith|perjury/iu);
  });

  test("an empty text and empty facts lack everything required, and nothing throws", () => {
    const empty = {
      ...facts,
      links: [],
      domains: [],
      signature: "",
      contact: "",
      representative: "",
      reference: "",
      seenAt: "",
      country: "",
    };
    const required = template.elements.filter((element) => element.required).map((element) => element.id);
    expect(checkEdited("", template, empty).missing).toEqual(required);
    expect(composeNotice(template, { ...empty, says: silent }).missing.length).toBeGreaterThan(0);
  });

  test("the words are facts and a request: no feeling, threat, demand, legal conclusion, nor what the person is", () => {
    for (const as of ["depicted", "guardian", "representative"] as const) {
      for (const over of [
        {},
        { intimate: false },
        { fake: true },
        { filmedSecretly: true },
        { ageThen: "under18" },
        { media: "both" },
      ] as const) {
        const { text, subject } = composeNotice(template, { ...facts, ...over, as });
        expect(`${subject ?? ""} ${text}`).not.toMatch(
          /!|\b(must|demand|immediately|sue|lawyer|court order|prosecut\w+|unlawful|crime|criminal|victim|suffer\w*|distress\w*|asham\w+|terribl\w+|revenge|porn\w*|gay|lesbian|bisexual|trans|queer|muslim|christian|hindu|jewish|religio\w*|hijab|faith community|sex work\w*|escort|onlyfans|immigra\w+|visa|asylum|hiv|pregnan\w+|disability|6851)\b/iu,
        );
        if (template !== templateOf("us-dmca-512")) expect(text).not.toMatch(/copyright|dmca|17 u\.s\.c/iu);
        expect(text).not.toMatch(/[{}]|undefined|\n{3}/u);
      }
    }
  });

  test("never asks for or gives an address, a phone number or an identity document", () => {
    expect(composeNotice(template, facts).text).not.toMatch(/\b(street|postcode|passport|telephone|phone|identity card|date of birth)\b/iu);
  });

  test("what is disclosed is named with to whom, and only what stands in the text", () => {
    const composed = composeNotice(template, facts);
    expect(composed.discloses.map((item) => item.what)).toContain("signature");
    for (const item of composed.discloses) expect(item.toWhom).not.toMatch(/[{}]|^$/u);
    const nameless = composeNotice(template, { ...facts, signature: "", contact: "" });
    expect(nameless.discloses.map((item) => item.what)).not.toContain("signature");
    expect(nameless.discloses.map((item) => item.what)).not.toContain("contact");
  });
});

test("TAKE IT DOWN: five elements, and only where intimate and recognisable", () => {
  const template = templateOf("us-take-it-down");
  expect(template.elements.map((element) => element.id)).toEqual(["writing", "signature", "locate", "good-faith", "contact"]);
  expect(noticeFits(template, facts)).toBe(true);
  expect(composeNotice(template, { ...facts, recognisable: false }).missing).toEqual(["gate:recognisable"]);
  expect(composeNotice(template, { ...facts, intimate: false }).missing).toContain("gate:intimate");
  expect(composeNotice(template, facts).text).not.toContain("48");
});

test("copyright: only the person who took it, as an adult, and it says that the name goes to the poster", () => {
  const template = templateOf("us-dmca-512");
  for (const over of [{ tookPicture: false }, { ageThen: "under18" }, { ageThen: "unknown" }, { as: "representative" }] as const) {
    expect(noticeFits(template, { ...facts, ...over })).toBe(false);
  }
  const composed = composeNotice(template, facts);
  expect(composed.text).toContain("under penalty of perjury");
  expect(composed.discloses.find((item) => item.what === "signature")?.toWhom).toMatch(/person who posted it.*public database/u);
  expect(composed.elements.find((element) => element.id === "address-phone")).toMatchObject({ present: false, required: false });
});

test("DSA 16 under 18: no name and no address are needed, and the age is said", () => {
  const template = templateOf("eu-dsa-16");
  const child = { ...facts, signature: "", contact: "", ageThen: "under18" } as const;
  expect(composeNotice(template, child).missing).toEqual([]);
  expect(composeNotice(template, child).text).toContain("I was under 18 at the time.");
  expect(composeNotice(template, { ...child, ageThen: "unknown" }).missing).toEqual(["name", "contact"]);
  expect(composeNotice(template, { ...child, ageThen: "unknown" }).text).not.toContain("under 18");
});

test("an edited text: a deleted address, name or contact is missing, also when a longer one that contains it stays", () => {
  const template = templateOf("us-take-it-down");
  const { text } = composeNotice(template, facts);
  const [first = "", second = ""] = facts.links;
  const missing = (edited: string): readonly string[] => checkEdited(edited, template, facts).missing;
  expect(missing(text.replace(`${first}\n`, ""))).toEqual(["locate"]);
  expect(missing(text.replace(`\n${second}`, ""))).toEqual(["locate"]);
  const shorter = { ...facts, links: ["https://clipmirror.example/watch?v=8f3kQz_01", second] };
  const kept = composeNotice(template, shorter).text.replace("https://clipmirror.example/watch?v=8f3kQz_01\n", "");
  expect(checkEdited(kept, template, shorter).missing).toEqual(["locate"]);
  expect(missing(text.replace("Ana B.", "Anabel"))).toEqual(["signature"]);
  expect(missing(text.replace(facts.contact, "x.a.b.replies@friendly.example.org"))).toEqual(["contact"]);
  expect(missing(text.replace("good faith", "a hurry"))).toEqual(["good-faith"]);
  expect(missing(text.replace("Please answer to", "You can write to me at").replaceAll("did not agree", "didn’t\nagree"))).toEqual([]);
});

test("a contact that cannot be answered to is missing", () => {
  const template = templateOf("us-take-it-down");
  for (const contact of ["Ana", "+1 202 555 0143", "ana@", " "])
    expect(composeNotice(template, { ...facts, contact }).missing).toEqual(["contact"]);
});

test("addresses stand byte for byte, one per line, and values are never read as placeholders", () => {
  const link = fc.webUrl({ withQueryParameters: true, withFragments: true });
  fc.assert(
    fc.property(fc.array(link, { minLength: 1, maxLength: 30 }), fc.constantFrom(...withTemplate), (links, { template }) => {
      const composed = composeNotice(template, { ...facts, links });
      for (const item of links) expect(composed.text.split("\n")).toContain(item);
      expect(composed.missing).toEqual([]);
    }),
  );
  const composed = composeNotice(templateOf("us-take-it-down"), { ...facts, signature: "{links} $& $1", platform: "{contact}" });
  expect(composed.text).toContain("Signed electronically: {links} $& $1");
  expect(composed.discloses[0]?.toWhom).toBe("{contact}");
});

test("any edited text is judged without throwing, and unedited text as composed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...withTemplate), (text, { template }) => {
      expect(checkEdited(text, template, facts).elements).toHaveLength(template.elements.length);
      const composed = composeNotice(template, facts);
      expect(checkEdited(composed.text, template, facts)).toEqual({ elements: composed.elements, missing: composed.missing });
    }),
  );
});

test("10,000 addresses in one letter stay in proportion", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => `https://clipmirror.example/v/${i}`);
  expect(composeNotice(templateOf("host"), { ...facts, links: many }).missing).toEqual([]);
});
