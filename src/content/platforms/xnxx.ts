import type { Platform } from "../types.ts";

export default {
  id: "xnxx",
  name: "XNXX",
  hosts: ["xnxx.com"],
  reportUrl: null,
  impersonationUrl: null,
  altUrls: [],
  formHosts: [],
  fields: [],
  label: "abuse/takedown",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "same operator as XVideos (one source); use the report link on the page",
  source: {
    text: "public repo file, platform directory seed with lastContactVerifiedAt marks its own URL unverified",
    date: "2026-06-14",
    confidence: "unsourced",
  },
} satisfies Platform;
