import type { Platform } from "../types.ts";

export default {
  id: "signal",
  name: "Signal",
  hosts: ["signal.org", "signal.me", "signal.group"],
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
  note: "no server copy to remove (general knowledge): keep the chat, report to police, use hash services for public platforms",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Platform;
