import { element, elements, ending, letter, links, noConsent, paragraph, shown, who } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "in-it-rules-3-2-b",
  title: "Complaint to the grievance officer (India)",
  route: "platform-form",
  law: "IT (Intermediary Guidelines) Rules 2021, rule 3(2)(b), as amended by the 2026 Amendment Rules; MeitY NCII SOP",
  jurisdiction: "India",
  deadline: "PT2H for NCII since 2026-02-20 (was 24 hours; the Nov 2025 SOP and most apps still say 24)",
  clock: null,
  clockStarts: null,
  asks: null,
  inForce: null,
  elements: [
    "complaint by the individual or an authorised person to the grievance officer or in-app",
    "prima facie exposes private parts, nudity, sexual act or impersonation incl. morphed images",
    "URL(s)",
    "1930 / portal complaint number if any",
  ],
  covers: null,
  doesNotCover: null,
  escalation: null,
  pitfalls: [],
  notes: [
    "Also: search engines de-index, CDNs and registrars make inaccessible (SOP)",
    "Also: grievance acknowledgement time cut to 7 days",
    "Confidence: amendment read only in law-firm and exam-notes summaries; have a lawyer confirm before showing '2 hours'",
  ],
  template: letter({
    subject: "Complaint under rule 3(2)(b): {topic}",
    gates: ["intimate"],
    elements: [
      elements.depicted,
      element("intimate", "that it shows an intimate picture, real or changed", [{ anyOf: ["intimate"] }]),
      elements.links,
      elements.contact,
      { ...elements.reference, label: "the number of your 1930 or portal complaint, if there is one" },
    ],
    paragraphs: [
      paragraph(
        [],
        "This is a complaint under rule 3(2)(b) of the IT (Intermediary Guidelines and Digital Media Ethics Code) Rules, 2021.",
      ),
      ...who,
      ...shown,
      noConsent,
      links,
      paragraph(["reference"], "My complaint on the national portal has the number {reference}.", "reference"),
      paragraph([], "I ask you to remove {it} or to disable access to {it}."),
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
  source: {
    text: "https://www.mondaq.com/india/it-and-internet/1746068/; https://www.shankariasparliament.com/current-affairs/prelim-bits-6/information-technology-intermediary-guidelines-and-digital-media-ethics-code-amendment-rules-2026; SOP: https://www.sekarreporter.com/ (October 2025 text)",
    date: "2026-02-20",
    confidence: "thirdParty",
  },
} satisfies Notice;
