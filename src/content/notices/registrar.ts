import { element, elements, ending, letter, links, noConsent, paragraph, reference, shown, who } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "registrar",
  title: "Abuse mail to the domain registrar",
  route: "registrar",
  law: null,
  jurisdiction: null,
  deadline: null,
  clock: null,
  clockStarts: null,
  asks: null,
  inForce: null,
  elements: [],
  covers: null,
  doesNotCover: null,
  escalation: null,
  pitfalls: [],
  notes: ["Registrars usually do not control content: a last step."],
  template: letter({
    subject: "Abuse report: {topic}",
    gates: [],
    elements: [
      element("domain", "the domain", ["domains"]),
      elements.links,
      { ...elements.noConsent, id: "nature", label: "what the abuse is" },
      elements.contact,
    ],
    paragraphs: [
      paragraph([], "I report abuse of a domain that is registered with you."),
      paragraph(["domains"], "The domain:\n{domains}", "domain"),
      ...who,
      ...shown,
      { ...noConsent, elements: ["nature"] },
      links,
      reference,
      paragraph([], "I ask you to apply your abuse policy. Please do not pass my name or e-mail address to the holder of the domain."),
      ...ending,
    ],
    discloses: [
      { what: "signature", toWhom: "{platform}; the holder of the domain may receive it" },
      { what: "contact", toWhom: "{platform}; the holder of the domain may receive it" },
      { what: "depicted", toWhom: "{platform}; the holder of the domain may receive it" },
      { what: "age", toWhom: "{platform}; the holder of the domain may receive it" },
      { what: "links", toWhom: "{platform}; the holder of the domain may receive it" },
    ],
  }),
  source: {
    text: "domain-registrar entry of the directory: https://www.name.com/policies/filing-a-dmca; http://www.mondaq.com/unitedstates/x/730736/",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Notice;
