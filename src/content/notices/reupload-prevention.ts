import { element, elements, ending, letter, links, noConsent, paragraph, reference, shown, who } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "reupload-prevention",
  title: "Ask to keep copies from coming back",
  route: "reupload-prevention",
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
  notes: ["Send it after the site answered. Some sites say that they do not prevent new uploads."],
  template: letter({
    subject: "Keeping removed content from coming back: {topic}",
    gates: [],
    elements: [
      elements.links,
      elements.reference,
      element("ask", "that new uploads of the same content be stopped", [
        { anyOf: ["uploaded again", "new uploads", "re-upload", "reupload"] },
      ]),
      elements.contact,
    ],
    paragraphs: [
      paragraph([], "I reported content on {platform}."),
      ...who,
      ...shown,
      noConsent,
      links,
      reference,
      paragraph(
        [],
        "I ask you to keep the same content from being uploaded again, for example by matching a hash of the removed file, and to tell me whether you do so.",
        "ask",
      ),
      ...ending,
    ],
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
