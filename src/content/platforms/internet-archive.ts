import type { Platform } from "../types.ts";

export default {
  id: "internet-archive",
  name: "Internet Archive",
  hosts: ["archive.org", "web.archive.org"],
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
  note: "exclusion requests go by e-mail to info@archive.org with exact URLs (general knowledge; not found in the store)",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Platform;
