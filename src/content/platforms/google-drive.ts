import type { Platform } from "../types.ts";

export default {
  id: "google-drive",
  name: "Google Drive",
  hosts: ["drive.google.com", "docs.google.com"],
  reportUrl: null,
  impersonationUrl: null,
  altUrls: [],
  formHosts: [],
  fields: [],
  label: "sexually explicit content",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "keep the full link including resourcekey; flag menu in the viewer; no form URL found",
  source: {
    text: "https://www.cybercivilrights.org/online-removal/ (policy only)",
    date: null,
    confidence: "ngo",
  },
} satisfies Platform;
