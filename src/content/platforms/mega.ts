import type { Platform } from "../types.ts";

export default {
  id: "mega",
  name: "MEGA",
  hosts: ["mega.nz", "mega.io", "transfer.it"],
  reportUrl: "https://mega.io/takedown",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["mega.io"],
  fields: ["FULL link including the part after #, which is the decryption key"],
  label: "Objectionable material",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "The key is in the URL fragment: an app or server that drops '#...' makes the link useless to reviewers.",
  source: {
    text: "MEGA's own public app source names this URL; fragment rule: unsourced",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Platform;
