import type { Platform } from "../types.ts";

export default {
  id: "google-photos",
  name: "Google Photos",
  hosts: ["photos.google.com", "photos.app.goo.gl"],
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
  note: "no report URL found; see hardening for your own shared albums",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Platform;
