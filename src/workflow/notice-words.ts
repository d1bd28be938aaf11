import type { NoticeFacts, NoticeFlag } from "./notice-types.ts";

const given = (text: string): boolean => text.trim() !== "";

/** Addresses that say something; never altered. */
export const linksOf = (facts: NoticeFacts): readonly string[] => facts.links.filter(given);

/** An address that can be answered to. A phone number or a bare name is none. */
export const isMailAddress = (text: string): boolean => /^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/u.test(text.trim()) && text.includes(".");

const FLAGS: Readonly<Record<NoticeFlag, (facts: NoticeFacts) => boolean>> = {
  links: (f) => linksOf(f).length > 0,
  domains: (f) => f.domains.some(given),
  signature: (f) => given(f.signature),
  contact: (f) => given(f.contact),
  representative: (f) => given(f.representative),
  reference: (f) => given(f.reference),
  "seen-at": (f) => given(f.seenAt),
  "written-on": (f) => given(f.writtenOn),
  "search-terms": (f) => given(f.searchTerms),
  "results-page": (f) => given(f.resultsPage),
  country: (f) => given(f.country),
  "as-depicted": (f) => f.as === "depicted",
  "as-guardian": (f) => f.as === "guardian",
  "as-representative": (f) => f.as === "representative",
  intimate: (f) => f.intimate,
  "not-intimate": (f) => !f.intimate,
  recognisable: (f) => f.recognisable,
  fake: (f) => f.fake,
  "not-fake": (f) => !f.fake,
  "filmed-secretly": (f) => f.filmedSecretly && !f.fake,
  "adult-then": (f) => f.ageThen === "adult",
  "under-18-then": (f) => f.ageThen === "under18",
  "not-under-18-then": (f) => f.ageThen !== "under18",
  "took-picture": (f) => f.tookPicture,
  "says-no-consent": (f) => f.says.noConsent,
  "says-good-faith": (f) => f.says.goodFaith,
  "says-accurate": (f) => f.says.accurate,
  "says-perjury": (f) => f.says.perjury,
};

/** Whether a fact holds; what paragraphs and gates depend on. */
export const noticeFlag = (flag: NoticeFlag, facts: NoticeFacts): boolean => FLAGS[flag](facts);

const VOICE = {
  depicted: { I: "I", i: "I", me: "me", my: "my" },
  guardian: { I: "My child", i: "my child", me: "my child", my: "my child's" },
  representative: { I: "The person I act for", i: "the person I act for", me: "the person I act for", my: "their" },
} as const;
const MEDIA = {
  picture: { media: "picture", it: "it", intimateMedia: "an intimate picture", privateMedia: "a private picture" },
  video: { media: "video", it: "it", intimateMedia: "an intimate video", privateMedia: "a private video" },
  both: {
    media: "pictures and videos",
    it: "them",
    intimateMedia: "intimate pictures and videos",
    privateMedia: "private pictures and videos",
  },
} as const;

const topicOf = (facts: NoticeFacts): string => {
  if (facts.ageThen === "under18") return "image of a person under 18";
  return facts.intimate ? "non-consensual intimate imagery" : "private images published without consent";
};

/** What each `{placeholder}` of a template stands for. */
export const noticeWords = (facts: NoticeFacts): Readonly<Record<string, string>> => ({
  ...VOICE[facts.as],
  ...MEDIA[facts.media],
  links: linksOf(facts).join("\n"),
  domains: facts.domains.filter(given).join("\n"),
  platform: given(facts.platform) ? facts.platform : "the service",
  signature: facts.signature.trim(),
  contact: facts.contact.trim(),
  representative: facts.representative.trim(),
  reference: facts.reference.trim(),
  seenAt: facts.seenAt.trim(),
  writtenOn: facts.writtenOn.trim(),
  searchTerms: facts.searchTerms.trim(),
  resultsPage: facts.resultsPage,
  country: facts.country.trim(),
  topic: topicOf(facts),
});

/** Fills a template text in one pass: what stands inside a value is never read as a placeholder. Throws for a placeholder nobody defined. */
export const fillNotice = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(/\{([A-Za-z]+)\}/gu, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error("unknown placeholder in a notice template");
    return word;
  });
