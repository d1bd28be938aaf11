import {
  element,
  elements,
  ending,
  goodFaithWords,
  letter,
  links,
  noConsent,
  noConsentWords,
  paragraph,
  shown,
  who,
} from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "eu-dsa-16",
  title: "EU notice (DSA Article 16)",
  route: "eu-dsa-16",
  law: "Digital Services Act, Regulation (EU) 2022/2065, Article 16",
  jurisdiction: "EU",
  deadline: "no fixed time: 'timely, diligent, non-arbitrary'; 'without undue delay'",
  clock: null,
  clockStarts: null,
  asks: null,
  inForce: null,
  elements: [
    "sufficiently substantiated explanation of why the information is illegal content",
    "clear indication of the exact electronic location, such as exact URL(s), plus identifying information where needed",
    "name and e-mail of the notifier (NOT required for offences in Articles 3-7 of Directive 2011/93/EU, i.e. child sexual abuse)",
    "statement of bona fide belief that the information and allegations are accurate and complete",
  ],
  covers: null,
  doesNotCover: null,
  escalation: null,
  pitfalls: [],
  notes: [
    "Effect: a good notice gives the host actual knowledge (loss of Article 6 protection for that item); receipt must be confirmed when an e-mail is given",
  ],
  template: letter({
    subject: "Notice under Article 16 of the Digital Services Act: {topic}",
    gates: [],
    elements: [
      element("reason", "why you believe that it is illegal content", [
        { anyOf: ["believe to be illegal", "believe that it is illegal", "illegal content"] },
        noConsentWords,
      ]),
      element("links", "the exact addresses", ["links"]),
      { ...elements.signature, id: "name", label: "your name, or the name you use", notRequiredUnder18: true },
      { ...elements.contact, notRequiredUnder18: true },
      element("bona-fide", "a statement in good faith that what you say is accurate and complete", [
        goodFaithWords,
        { anyOf: ["accurate and complete"] },
      ]),
    ],
    paragraphs: [
      paragraph(
        [],
        "This is a notice under Article 16 of Regulation (EU) 2022/2065 about content that I believe to be illegal content, for these reasons:",
        "reason",
      ),
      ...who,
      ...shown,
      { ...noConsent, elements: ["reason"] },
      links,
      paragraph([], "I ask you to remove {it} and to tell me what you decide."),
      paragraph(
        ["says-good-faith", "says-accurate"],
        "I believe in good faith that the information in this notice is accurate and complete.",
        "bona-fide",
      ),
      ...ending.map((part) => ({ ...part, elements: part.elements.map((id) => (id === "signature" ? "name" : id)) })),
    ],
    discloses: [
      { what: "signature", toWhom: "{platform}; the person who posted it may be told when that is needed to show why" },
      { what: "contact", toWhom: "{platform}" },
      { what: "depicted", toWhom: "{platform}" },
      { what: "age", toWhom: "{platform}" },
      { what: "links", toWhom: "{platform}" },
    ],
  }),
  source: {
    text: "https://www.eu-digital-services-act.com/Digital_Services_Act_Article_16.html (deadline wording: unsourced)",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Notice;
