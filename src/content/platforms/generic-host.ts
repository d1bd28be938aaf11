import type { Platform } from "../types.ts";

export default {
  id: "generic-host",
  name: "Any other website: hosting provider",
  hosts: [],
  reportUrl: "https://lookup.icann.org/",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["lookup.icann.org"],
  fields: [
    "exact page and image URLs",
    "date/time seen with time zone",
    "statement that you are depicted and did not consent",
    "law / acceptable-use clause",
    "reply address made for this purpose",
  ],
  label: "abuse report: non-consensual intimate imagery",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure:
    "site owner may receive it. If the owner may be the abuser, a blackmail site, or asks for money: do not write to the site at all; go to host, search engines, police, helpline.",
  note: "Order: report link on the page > site's own terms/contact/DMCA page > hosting provider abuse address > CDN > registrar last. If a site demands payment to remove, do not reply (eSafety).",
  source: {
    text: "https://esafety.gov.au/image-based-abuse/action/remove-images-video/report-to-us; https://www.name.com/policies/filing-a-dmca; public repo (lookup URL)",
    date: null,
    confidence: "official",
  },
} satisfies Platform;
