import { elements, ending, letter, links, noConsent, paragraph, reference, shown, who } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "platform-form",
  title: "Text for the site's own form",
  route: "platform-form",
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
  notes: ["Copy it into the form. Answer the form's own questions there; choose the most exact category."],
  template: letter({
    subject: null,
    gates: [],
    elements: [elements.depicted, elements.links, elements.noConsent, elements.contact, elements.reference],
    paragraphs: [paragraph([], "I ask {platform} to remove content."), ...who, ...shown, noConsent, links, reference, ...ending],
    discloses: [
      { what: "signature", toWhom: "{platform}" },
      { what: "contact", toWhom: "{platform}" },
      { what: "depicted", toWhom: "{platform}" },
      { what: "age", toWhom: "{platform}" },
      { what: "links", toWhom: "{platform}" },
    ],
  }),
  source: { text: "domain notes, sections 1, 2 and 6 (compiled from public pages)", date: "2026-11-22", confidence: "unsourced" },
} satisfies Notice;
