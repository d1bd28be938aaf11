import { contact, depictedWords, element, letter, links, paragraph, shown, signature, who, writtenOn } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "eu-gdpr-17",
  title: "Erasure request (GDPR Article 17)",
  route: "eu-gdpr-17",
  law: "GDPR Article 17 (erasure) with Article 12(3)",
  jurisdiction: "EU/EEA; UK GDPR alike",
  deadline: "P1M from receipt; may be extended by two further months with reasons inside the first month",
  clock: {
    months: 1,
    startsAt: "receipt",
  },
  clockStarts: null,
  asks: "EU and UK data protection law asks for an answer within one month of receipt; with reasons it can take two months more.",
  inForce: null,
  elements: [
    "who you are, enough to find the data",
    "what data (URLs, images)",
    "that you ask for erasure and on which ground (e.g. unlawful processing, consent withdrawn, objection)",
    "that you also ask that other controllers be told (Article 17(2))",
    "reply address",
  ],
  covers: null,
  doesNotCover: null,
  escalation: null,
  pitfalls: [
    "too slow as the first step: use with, not instead of, a NCII report",
    "a controller may ask for proof of identity only when in real doubt: never send a full unredacted ID",
  ],
  notes: [],
  template: letter({
    subject: "Request for erasure under Article 17 GDPR",
    gates: [],
    elements: [
      element("who", "who you are, enough to find the data", ["signature", depictedWords]),
      element("links", "which data: the exact addresses", ["links"]),
      element("ground", "that you ask for erasure, and on which ground", [
        { anyOf: ["erase", "erasure"] },
        { anyOf: ["withdraw", "object to", "did not agree", "did not consent", "without my consent"] },
      ]),
      element("others", "that others who got the data be told (Article 17(2))", [{ anyOf: ["17(2)", "17 (2)"] }]),
      element("contact", "an address for answers", ["contact"]),
    ],
    paragraphs: [
      paragraph([], "I ask you to erase personal data under Article 17 of the General Data Protection Regulation.", "ground"),
      ...who.map((part) => ({ ...part, elements: ["who"] })),
      ...shown,
      links,
      paragraph(["says-no-consent"], "{I} did not agree to {it} being published.", "ground"),
      paragraph([], "Any consent that may have been given is withdrawn. I object to the processing of this data.", "ground"),
      paragraph([], "Please also tell others to whom the data was made public, as Article 17(2) describes.", "others"),
      paragraph([], "If you have a reasonable doubt about who I am, please tell me what it is and what you need."),
      contact,
      { ...signature, elements: ["who"] },
      writtenOn,
    ],
    discloses: [
      { what: "signature", toWhom: "{platform}" },
      { what: "contact", toWhom: "{platform}" },
      { what: "depicted", toWhom: "{platform}" },
      { what: "age", toWhom: "{platform}" },
      { what: "links", toWhom: "{platform}, and those it tells to erase too" },
    ],
  }),
  source: {
    text: "Article 12(3) text quoted in public repos; ICO wording likewise; element list from general knowledge",
    date: null,
    confidence: "unsourced",
  },
} satisfies Notice;
