import type { NoticeElement, NoticeKeep, NoticeParagraph, NoticeTemplate } from "../workflow/notice-types.ts";

/**
 * Sentences and elements that several letters share. First person, facts, a request; no feeling, no threat, no demand, no legal conclusion,
 * nothing about who the person is. A sentence stands only where the person stated it.
 */

export const element = (id: string, label: string, keep: readonly NoticeKeep[], required = true): NoticeElement => ({
  id,
  label,
  keep,
  required,
  notRequiredUnder18: false,
});

/** How "not agreed to" may read after an edit. */
export const noConsentWords: NoticeKeep = {
  anyOf: [
    "did not agree",
    "didn't agree",
    "did not consent",
    "didn't consent",
    "never agreed",
    "never consented",
    "without my consent",
    "without their consent",
    "without consent",
    "without my child's consent",
    "without my permission",
    "without permission",
    "non-consensual",
    "not consensual",
    "no consent",
    "do not consent",
    "do not agree",
  ],
};
export const goodFaithWords: NoticeKeep = { anyOf: ["good faith", "good-faith", "bona fide"] };
export const depictedWords: NoticeKeep = {
  anyOf: ["person shown", "person i act for", "of me", "shows me", "my child", "look like me", "i am depicted", "i appear"],
};

export const elements = {
  links: element("links", "the exact addresses", ["links"]),
  depicted: element("depicted", "that you are the person shown, or act for them", [depictedWords]),
  noConsent: element("no-consent", "that it was published without consent", [noConsentWords]),
  contact: element("contact", "an e-mail address for answers", ["contact"]),
  signature: element("signature", "a signature: your name, or the name you use", ["signature"]),
  reference: element("reference", "the number of your earlier report", ["reference"], false),
  seenAt: element("seen-at", "when you saw it, with time zone", ["seen-at"], false),
} as const;

export const paragraph = (when: NoticeParagraph["when"], text: string, ...serves: readonly string[]): NoticeParagraph => ({
  when,
  text,
  elements: serves,
});

/** Who writes. */
export const who: readonly NoticeParagraph[] = [
  paragraph(["as-depicted"], "I am the person shown.", "depicted"),
  paragraph(["as-guardian"], "I am the parent or guardian of the person shown.", "depicted"),
  paragraph(["as-representative"], "I act for the person shown, with their permission.", "depicted"),
];

/** What the addresses show; never what kind of person. */
export const shown: readonly NoticeParagraph[] = [
  paragraph(
    ["intimate", "not-fake"],
    "The addresses below show {intimateMedia} of {me}.",
    "depicted",
    "intimate",
    "content",
    "spread",
    "who",
  ),
  paragraph(
    ["intimate", "fake"],
    "The addresses below show {intimateMedia} made or changed with software to look like {me}.",
    "depicted",
    "intimate",
    "content",
    "spread",
    "who",
  ),
  paragraph(
    ["not-intimate", "not-fake"],
    "The addresses below show {privateMedia} of {me}.",
    "depicted",
    "intimate",
    "content",
    "spread",
    "who",
  ),
  paragraph(
    ["not-intimate", "fake"],
    "The addresses below show {privateMedia} made or changed with software to look like {me}.",
    "depicted",
    "content",
    "spread",
    "who",
  ),
  paragraph(["recognisable"], "{I} can be recognised in {it}."),
  paragraph(["filmed-secretly"], "{I} did not know about the recording."),
  paragraph(["under-18-then"], "{I} was under 18 at the time."),
];
export const noConsent = paragraph(["says-no-consent"], "{I} did not agree to {it} being published.", "no-consent");
export const links = paragraph(["links"], "The addresses:\n{links}", "links");
export const reference = paragraph(["reference"], "My earlier report has the number {reference}.", "reference");
export const seenAt = paragraph(["seen-at"], "I saw this on {seenAt}.", "seen-at");
export const contact = paragraph(["contact"], "Please answer to {contact}.", "contact");
export const signature = paragraph(["signature"], "Signed electronically: {signature}", "signature");
export const writtenOn = paragraph(["written-on"], "Date: {writtenOn}");
/** The end of every letter. */
export const ending: readonly NoticeParagraph[] = [contact, signature, writtenOn];

/** A template whose shared sentences name only the elements that this letter has. */
export const letter = (template: NoticeTemplate): NoticeTemplate => {
  const known = new Set(template.elements.map((item) => item.id));
  return {
    ...template,
    paragraphs: template.paragraphs.map((part) => ({ ...part, elements: part.elements.filter((id) => known.has(id)) })),
  };
};
