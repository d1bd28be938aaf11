import type { Platform } from "../types.ts";

export default {
  id: "twitch",
  name: "Twitch",
  hosts: ["twitch.tv", "clips.twitch.tv"],
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
  note: "no NCII page found in the stored material",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Platform;
