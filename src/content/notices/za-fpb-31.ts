import { element, elements, ending, letter, links, noConsent, paragraph, shown, who } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "za-fpb-31",
  title: "Complaint to the Film and Publication Board (South Africa)",
  route: "regulator",
  law: "Films and Publications Act s18F; Regulations 2022 reg. 31",
  jurisdiction: "South Africa",
  deadline: "FPB acknowledges in P7D and informs of the outcome in P30D",
  clock: null,
  clockStarts: null,
  asks: null,
  inForce: null,
  elements: ["FPB form or online system", "the content and where it is"],
  covers: null,
  doesNotCover: null,
  escalation: null,
  pitfalls: [],
  notes: [],
  template: letter({
    subject: "Complaint: {topic}",
    gates: ["intimate"],
    elements: [element("content", "what the content is", [{ anyOf: ["intimate", "private sexual"] }]), elements.links, elements.contact],
    paragraphs: [
      paragraph([], "I make a complaint about a private sexual image that was published.", "content"),
      ...who,
      ...shown,
      noConsent,
      links,
      ...ending,
    ],
    discloses: [
      { what: "signature", toWhom: "the Film and Publication Board" },
      { what: "contact", toWhom: "the Film and Publication Board" },
      { what: "depicted", toWhom: "the Film and Publication Board" },
      { what: "age", toWhom: "the Film and Publication Board" },
      { what: "links", toWhom: "the Film and Publication Board" },
    ],
  }),
  source: {
    text: "http://www.acts.co.za/films-and-publications-act-1996/r2436_31__complaints_by_any_pe.php",
    date: "2022",
    confidence: "thirdParty",
  },
} satisfies Notice;
