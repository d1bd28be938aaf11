import type { Platform } from "../types.ts";

export default {
  id: "bumble",
  name: "Bumble / Badoo",
  hosts: ["bumble.com", "badoo.com"],
  reportUrl: null,
  impersonationUrl: null,
  altUrls: [],
  formHosts: [],
  fields: [],
  label: null,
  hashMatching: ["StopNCII"],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "in-app block & report; create a StopNCII case",
  source: {
    text: "https://badoo.com/en/the-blog/badoo-partnership-stopncii-intimate-image-abuse",
    date: null,
    confidence: "official",
  },
} satisfies Platform;
