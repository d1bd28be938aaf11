import type { Platform } from "../types.ts";

export default {
  id: "github",
  name: "GitHub",
  hosts: ["github.com", "githubusercontent.com", "github.io", "gist.github.com"],
  reportUrl: "https://docs.github.com/en/communities/maintaining-your-safety-on-github/reporting-abuse-or-spam",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["docs.github.com"],
  fields: [],
  label: "Non-Consensual Intimate Imagery (NCII)",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: "DMCA notices sent to GitHub are published (redacted): do not use copyright here",
  note: null,
  source: {
    text: "github:github/site-policy Policies/acceptable-use-policies/github-non-consensual-intimate-imagery.md (link is relative there; domain added)",
    date: "2026-03-26",
    confidence: "official",
  },
} satisfies Platform;
