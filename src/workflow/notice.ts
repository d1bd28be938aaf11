import type {
  ComposedNotice,
  DisclosedThing,
  ElementState,
  NoticeCheck,
  NoticeElement,
  NoticeFacts,
  NoticeKeep,
  NoticeTemplate,
} from "./notice-types.ts";
import { fillNotice, isMailAddress, linksOf, noticeFlag, noticeWords } from "./notice-words.ts";

/** Words of the text as phrases are looked for: one kind of apostrophe, single spaces, lower case. */
const flat = (text: string): string => text.toLowerCase().replace(/[’‘ʼ]/gu, "'").replace(/\s+/gu, " ");

const WORD = /[\p{L}\p{N}\p{M}_]/u;
const isWord = (char: string | undefined): boolean => char !== undefined && WORD.test(char);

/** The value stands in the text, byte for byte, not as a part of a longer word. */
const holdsWord = (text: string, value: string): boolean => {
  const wanted = value.trim();
  if (wanted === "") return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + wanted.length])) return true;
  }
  return false;
};

/** The addresses as they stand between white space, also without the punctuation of a sentence around them. */
const tokensOf = (text: string): ReadonlySet<string> => {
  const tokens = new Set<string>();
  for (const line of text.split(/\r\n|\r|\n/u)) {
    tokens.add(line.trim());
    for (const token of line.split(/\s+/u)) {
      tokens.add(token);
      tokens.add(token.replace(/^[<("'[]{1,3}/u, "").replace(/[>)"'\].,;:!?]{1,3}$/u, ""));
    }
  }
  return tokens;
};

/** Every address stands there whole: `…/1` is not found in `…/10`, nor a domain inside a link. */
const holdsWhole = (text: string, values: readonly string[]): boolean => {
  if (values.length === 0) return false;
  const tokens = tokensOf(text);
  return values.every((value) => tokens.has(value) || tokens.has(value.trim()));
};

const holds = (keep: NoticeKeep, text: string, facts: NoticeFacts): boolean => {
  if (typeof keep === "object") {
    const flatText = flat(text);
    return keep.anyOf.some((phrase) => flatText.includes(flat(phrase)));
  }
  switch (keep) {
    case "writing":
      return text.trim() !== "";
    case "links":
      return holdsWhole(text, linksOf(facts));
    case "domains":
      return holdsWhole(
        text,
        facts.domains.filter((domain) => domain.trim() !== ""),
      );
    case "contact":
      return isMailAddress(facts.contact) && holdsWhole(text, [facts.contact.trim()]);
    case "signature":
      return holdsWord(text, facts.signature);
    case "representative":
      return holdsWord(text, facts.representative);
    case "reference":
      return holdsWord(text, facts.reference);
    case "seen-at":
      return holdsWord(text, facts.seenAt);
    case "search-terms":
      return holdsWord(text, facts.searchTerms);
    case "country":
      return holdsWord(text, facts.country);
  }
};

const stateOf = (element: NoticeElement, text: string, facts: NoticeFacts): ElementState => ({
  id: element.id,
  label: element.label,
  present: element.keep.every((keep) => holds(keep, text, facts)),
  required: element.required && !(element.notRequiredUnder18 && facts.ageThen === "under18"),
});

/**
 * Which elements stand in a text that the person may have edited. What counts is the text that will be sent, never what was once filled in.
 * `missing` also names `gate:<flag>` where the facts say that this letter is not for them; then no clock may start either.
 */
export const checkEdited = (text: string, template: NoticeTemplate, facts: NoticeFacts): NoticeCheck => {
  const elements = template.elements.map((element) => stateOf(element, text, facts));
  return {
    elements,
    missing: [
      ...template.gates.filter((gate) => !noticeFlag(gate, facts)).map((gate) => `gate:${gate}`),
      ...elements.filter((element) => element.required && !element.present).map((element) => element.id),
    ],
  };
};

/** May this letter be offered at all? Copyright, for one, only to the person who took the picture, as an adult. */
export const noticeFits = (template: NoticeTemplate, facts: NoticeFacts): boolean =>
  template.gates.every((gate) => noticeFlag(gate, facts));

const THINGS: Readonly<Record<DisclosedThing, { readonly words: string; readonly told: (text: string, facts: NoticeFacts) => boolean }>> = {
  signature: { words: "The name you sign with", told: (text, facts) => holdsWord(text, facts.signature) },
  contact: { words: "The e-mail address for answers", told: (text, facts) => holdsWord(text, facts.contact) },
  links: { words: "The addresses of the pages", told: (text, facts) => linksOf(facts).some((link) => text.includes(link.trim())) },
  representative: { words: "The name of the person who helps you", told: (text, facts) => holdsWord(text, facts.representative) },
  depicted: {
    words: "That you are the person shown, or who you write for",
    told: (text) => ["person shown", "person i act for", "of me", "my child"].some((phrase) => flat(text).includes(phrase)),
  },
  age: { words: "That the person was under 18 at the time", told: (text) => flat(text).includes("under 18") },
};

/** What the text, as it stands, tells about the person and to whom. */
export const disclosesOf = (text: string, template: NoticeTemplate, facts: NoticeFacts): ComposedNotice["discloses"] => {
  const words = noticeWords(facts);
  return template.discloses
    .filter((item) => THINGS[item.what].told(text, facts))
    .map((item) => ({ what: item.what, words: THINGS[item.what].words, toWhom: fillNotice(item.toWhom, words) }));
};

/**
 * Writes the letter from facts alone: a paragraph stands only where its facts do, so nothing is stated that the person did not state.
 * Pure; the addresses are kept byte for byte, one per line.
 */
export const composeNotice = (template: NoticeTemplate, facts: NoticeFacts): ComposedNotice => {
  const words = noticeWords(facts);
  const text = template.paragraphs
    .filter((paragraph) => paragraph.when.every((flag) => noticeFlag(flag, facts)))
    .map((paragraph) => fillNotice(paragraph.text, words))
    .join("\n\n");
  return {
    ...checkEdited(text, template, facts),
    subject: template.subject === null ? null : fillNotice(template.subject, words),
    text,
    discloses: disclosesOf(text, template, facts),
  };
};
