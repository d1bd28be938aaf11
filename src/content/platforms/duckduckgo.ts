import type { Platform } from "../types.ts";

export default {
  id: "duckduckgo",
  name: "DuckDuckGo",
  hosts: ["duckduckgo.com"],
  reportUrl: "https://duckduckgo.com/feedback",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["duckduckgo.com"],
  fields: [],
  label: null,
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "uses other engines' results: remove at Bing first",
  source: {
    text: "public repo",
    date: "2026-05",
    confidence: "thirdParty",
  },
} satisfies Platform;
