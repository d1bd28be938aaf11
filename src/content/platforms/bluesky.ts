import type { Platform } from "../types.ts";

export default {
  id: "bluesky",
  name: "Bluesky",
  hosts: ["bsky.app", "bsky.social"],
  reportUrl: "https://support.bsky.social/about/support/tida-info",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "UK/EU/AU regulatory reports",
      url: "https://bsky.social/about/support/regulatory-compliance-report",
    },
  ],
  formHosts: ["bsky.social", "support.bsky.social"],
  fields: ["post URL and/or account URL", "person depicted or authorised to act"],
  label: "NCII (Take It Down Act Notice)",
  hashMatching: [],
  responseTime: "US law 48 hours after a valid request; reasonable efforts for duplicates",
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "https://support.bsky.social/about/support/tida-info",
    date: "2026",
    confidence: "official",
  },
} satisfies Platform;
