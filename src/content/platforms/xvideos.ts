import type { Platform } from "../types.ts";

export default {
  id: "xvideos",
  name: "XVideos",
  hosts: ["xvideos.com"],
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
  note: "Two different addresses circulate and neither could be confirmed (footer 'abuse' link on the video page is the safe route). Do not bundle a guessed URL.",
  source: {
    text: "public repo file, platform directory seed with lastContactVerifiedAt marks its own URL unverified",
    date: "2026-06-14",
    confidence: "unsourced",
  },
} satisfies Platform;
