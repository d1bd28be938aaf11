import { element, elements, ending, letter, links, paragraph, reference, seenAt } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "preservation",
  title: "Ask to keep records",
  route: "preservation",
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
  notes: ["Ask early: providers delete logs. It asks them to keep records, not to hand them to you."],
  template: letter({
    subject: "Request to preserve records",
    gates: [],
    elements: [
      elements.links,
      element("what", "which records to keep", [
        { anyOf: ["keep the records", "preserve the records", "keep records", "preserve records"] },
      ]),
      elements.contact,
      elements.reference,
    ],
    paragraphs: [
      paragraph(
        [],
        "I ask {platform} to keep the records that belong to these addresses: who uploaded the content, when and from where, and the content as it was, so that police or a court can ask for them.",
        "what",
      ),
      paragraph([], "Please keep the records also after the content is removed. I do not ask you to send them to me.", "what"),
      links,
      seenAt,
      reference,
      ...ending,
    ],
    discloses: [
      { what: "signature", toWhom: "{platform}" },
      { what: "contact", toWhom: "{platform}" },
      { what: "links", toWhom: "{platform}" },
    ],
  }),
  source: { text: "domain notes, sections 1, 2 and 6 (compiled from public pages)", date: "2026-11-22", confidence: "unsourced" },
} satisfies Notice;
