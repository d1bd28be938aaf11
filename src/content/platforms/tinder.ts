import type { Platform } from "../types.ts";

export default {
  id: "tinder",
  name: "Tinder / Match Group",
  hosts: ["tinder.com", "match.com"],
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
  note: "Match Group received the FTC TAKE IT DOWN letter; no form URL found",
  source: {
    text: "https://myadultattorney.com/ftc-warns-platforms-take-it-down-act-compliance-deadline-is-may-19/ (FTC letter list)",
    date: "2026-05-11",
    confidence: "thirdParty",
  },
} satisfies Platform;
