import type { Platform } from "../types.ts";

export default {
  id: "kik",
  name: "Kik",
  hosts: ["kik.com"],
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
  note: "no source found",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Platform;
