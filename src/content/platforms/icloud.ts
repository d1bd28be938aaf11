import type { Platform } from "../types.ts";

export default {
  id: "icloud",
  name: "Apple iCloud",
  hosts: ["icloud.com", "share.icloud.com"],
  reportUrl: null,
  impersonationUrl: null,
  altUrls: [],
  formHosts: [],
  fields: [],
  label: null,
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "no NCII form found; Apple received the FTC letter",
  source: {
    text: "https://myadultattorney.com/ftc-warns-platforms-take-it-down-act-compliance-deadline-is-may-19/ (FTC letter list)",
    date: "2026-05-11",
    confidence: "thirdParty",
  },
} satisfies Platform;
