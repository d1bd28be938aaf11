import type { Platform } from "../types.ts";

export default {
  id: "vimeo",
  name: "Vimeo",
  hosts: ["vimeo.com"],
  reportUrl: null,
  impersonationUrl: null,
  altUrls: [],
  formHosts: [],
  fields: [],
  label: null,
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure:
    "DANGER: Vimeo treats privacy complaints as legal and DISCLOSES the complainant's name to the uploader (not the contact details). Prefer a report as sexual content / NCII, or a representative.",
  note: null,
  source: {
    text: "https://help.vimeo.com/hc/fr/articles/12427652881809",
    date: null,
    confidence: "official",
  },
} satisfies Platform;
