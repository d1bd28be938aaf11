import type { Platform } from "../types.ts";

export default {
  id: "xhamster",
  name: "xHamster",
  hosts: ["xhamster.com", "xhamster.desi", "xhcdn.com"],
  reportUrl: "https://xhamster.com/info/contact?subject=legal",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "trust and safety page",
      url: "https://xhamster.com/info/trust-and-safety",
    },
  ],
  formHosts: ["xhamster.com"],
  fields: [],
  label: "legal / content removal",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "public repo file, platform directory seed with lastContactVerifiedAt",
    date: "2026-06-14",
    confidence: "thirdParty",
  },
} satisfies Platform;
