import { element, elements, ending, letter, links, noConsent, paragraph, shown, who } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "uk-cpa-2026",
  title: "UK intimate image content report (duty not in force yet)",
  route: "platform-form",
  law: "Crime and Policing Act 2026 (c. 20), inserting section 10(3A) etc. in the Online Safety Act 2023",
  jurisdiction: "UK",
  deadline:
    "PT48H after an 'intimate image content report' (user-to-user and search services), including the same or substantially the same content",
  clock: null,
  clockStarts: null,
  asks: null,
  inForce: null,
  elements: [
    "form and content to be set by regulations: not found; until then give: that you are the subject or act for them, exact URLs, that it is intimate and non-consensual, contact",
  ],
  covers: null,
  doesNotCover: null,
  escalation: null,
  pitfalls: [],
  notes: [
    "Status: Royal Assent 2026-04-29; first provisions in force 2026-06-29; commencement of the 48-hour duty NOT confirmed: show as 'coming', never as a running clock",
    "Exception: duty does not apply if the provider considers that it is not intimate image content or that the reporter is neither the subject nor acting for them",
    "Related offence: sharing or threatening to share intimate images (Sexual Offences Act 2003, as amended by OSA 2023)",
    "Related offence: taking/recording without consent (s.66AB)",
    "Related offence: copying an intimate image that was shared only temporarily, e.g. by screenshot, without consent (s.66AE)",
  ],
  template: letter({
    subject: "Intimate image content report",
    gates: ["intimate"],
    elements: [
      elements.depicted,
      elements.links,
      element("intimate", "that it is intimate", [{ anyOf: ["intimate"] }]),
      elements.noConsent,
      elements.contact,
    ],
    paragraphs: [
      paragraph([], "This is a report of intimate image content.", "intimate"),
      ...who,
      ...shown,
      noConsent,
      links,
      paragraph([], "I ask you to remove {it}, and content that is the same or substantially the same."),
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
    text: "https://www.gov.uk/government/publications/crime-and-policing-bill-2025-delegated-powers-supplementary-memoranda/delegated-powers-memorandum-20-march-2026; https://www.lawtonslaw.co.uk/resources/crime-and-policing-act-2026-new-offences-introduced/; https://www.legislationtracker.co.uk/article/crime-and-policing-act-2026-commencement-no-1-regulations-25-06-26",
    date: "2026-06-25",
    confidence: "thirdParty",
  },
} satisfies Notice;
