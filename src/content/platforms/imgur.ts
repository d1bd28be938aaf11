import type { Platform } from "../types.ts";

export default {
  id: "imgur",
  name: "Imgur",
  hosts: ["imgur.com", "i.imgur.com"],
  reportUrl: "https://imgur.com/removalrequest",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["imgur.com"],
  fields: ["direct image link(s)", "reason"],
  label: "removal request",
  hashMatching: [],
  responseTime: "US law 48 hours after a valid request",
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "Imgur's own page footer as kept in public repos",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Platform;
