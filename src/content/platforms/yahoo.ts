import type { Platform } from "../types.ts";

export default {
  id: "yahoo",
  name: "Yahoo",
  hosts: ["yahoo.com", "search.yahoo.com"],
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
  note: "policy forbids non-consensual pornography; no form URL found; results come largely from Bing",
  source: {
    text: "https://www.cybercivilrights.org/online-removal/",
    date: null,
    confidence: "ngo",
  },
} satisfies Platform;
