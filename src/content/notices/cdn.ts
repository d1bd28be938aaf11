import { elements, ending, letter, links, noConsent, paragraph, reference, seenAt, shown, who } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "cdn",
  title: "Abuse report to the delivery network (CDN)",
  route: "cdn",
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
  notes: [
    "Cannot remove content it does not host, but can tell the host. Cloudflare takes reports by its form only, not by e-mail.",
    "Choose in the form that the report and your name do not go to the website's owner.",
  ],
  template: letter({
    subject: "Abuse report: {topic}",
    gates: [],
    elements: [elements.links, elements.depicted, elements.noConsent, elements.contact, elements.seenAt],
    paragraphs: [
      paragraph([], "I report content on a site that uses your network."),
      ...who,
      ...shown,
      noConsent,
      seenAt,
      links,
      reference,
      paragraph([], "I ask you to tell the hosting provider, and to tell me which provider it is."),
      paragraph([], "Please do not send this report, my name or my e-mail address to the operator of the site."),
      ...ending,
    ],
    discloses: [
      { what: "signature", toWhom: "{platform}; by default also the site's operator and its host" },
      { what: "contact", toWhom: "{platform}; by default also the site's operator and its host" },
      { what: "depicted", toWhom: "{platform}; by default also the site's operator and its host" },
      { what: "age", toWhom: "{platform}; by default also the site's operator and its host" },
      { what: "links", toWhom: "{platform}; by default also the site's operator and its host" },
    ],
  }),
  source: {
    text: "cloudflare entry of the directory: https://www.cloudflare.com/ko-kr/trust-hub/reporting-abuse/; https://0x1.co/help/article/cloud-flare-report-reverse-proxy-passthrough-security-CDN-services",
    date: "2024-02-05",
    confidence: "official",
  },
} satisfies Notice;
