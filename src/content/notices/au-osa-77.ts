import { element, elements, ending, letter, links, noConsent, paragraph, reference, shown, who } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "au-osa-77",
  title: "Complaint to eSafety (Australia)",
  route: "regulator",
  law: "Online Safety Act 2021 (Cth) ss 32, 33, 77, 78",
  jurisdiction: "Australia",
  deadline: "PT24H after eSafety GIVES a removal notice (not after your complaint)",
  clock: null,
  clockStarts: null,
  asks: null,
  inForce: null,
  elements: [
    "complaint (s32) or objection notice (s33) by the depicted or an authorised person",
    "where the image is or was provided",
    "link to Australia: depicted person or poster ordinarily resident, or hosted in Australia",
    "no consent (complaint); an objection notice works even if you consented earlier",
  ],
  covers: null,
  doesNotCover: null,
  escalation: null,
  pitfalls: [],
  notes: [],
  template: letter({
    subject: null,
    gates: [],
    elements: [
      elements.depicted,
      elements.links,
      element("australia", "the link to Australia: you or the poster live there, or it is hosted there", [
        { anyOf: ["i live in australia", "lives in australia", "resident in australia", "hosted in australia"] },
      ]),
      elements.noConsent,
      elements.contact,
    ],
    paragraphs: [
      paragraph([], "I make a complaint about an image that was published."),
      ...who,
      ...shown,
      noConsent,
      links,
      paragraph(["country"], "I live in {country}.", "australia"),
      reference,
      ...ending,
    ],
    discloses: [
      { what: "signature", toWhom: "the eSafety Commissioner; a complaint can also be made without your name" },
      { what: "contact", toWhom: "the eSafety Commissioner" },
      { what: "depicted", toWhom: "the eSafety Commissioner" },
      { what: "age", toWhom: "the eSafety Commissioner" },
      { what: "links", toWhom: "the eSafety Commissioner" },
    ],
  }),
  source: {
    text: "http://www.austlii.edu.au/au/legis/cth/consol_act/osa2021154/s77.html; http://www.austlii.edu.au/au/legis/cth/consol_act/osa2021154/s33.html",
    date: null,
    confidence: "official",
  },
} satisfies Notice;
