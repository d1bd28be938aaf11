import type { Platform } from "../types.ts";

export default {
  id: "pinterest",
  name: "Pinterest",
  hosts: ["pinterest.com", "pin.it"],
  reportUrl: "https://help.pinterest.com/en/article/report-something-on-pinterest",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["help.pinterest.com"],
  fields: [],
  label: null,
  hashMatching: [],
  responseTime: "US law 48 hours after a valid request (received the FTC letter)",
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "public repo; https://myadultattorney.com/ftc-warns-platforms-take-it-down-act-compliance-deadline-is-may-19/ (FTC letter list)",
    date: "2026-05-11",
    confidence: "thirdParty",
  },
} satisfies Platform;
