import type { Platform } from "../types.ts";

export default {
  id: "tumblr",
  name: "Tumblr",
  hosts: ["tumblr.com"],
  reportUrl: "https://www.tumblr.com/abuse/privacy",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "general report start",
      url: "https://www.tumblr.com/abuse/start",
    },
    {
      purpose: "e-mail",
      url: "mailto:abuse@tumblr.com",
    },
    {
      purpose: "minors",
      url: "https://www.tumblr.com/abuse/minors",
    },
  ],
  formHosts: ["www.tumblr.com"],
  fields: [],
  label: "privacy violation (non-consensual pornography)",
  hashMatching: [],
  responseTime: "US law 48 hours after a valid request (Automattic received the FTC letter)",
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "https://consentlawyers.com/diy-help/takedown-resources/tumblr-takedowns/; https://myadultattorney.com/ftc-warns-platforms-take-it-down-act-compliance-deadline-is-may-19/ (FTC letter list)",
    date: null,
    confidence: "ngo",
  },
} satisfies Platform;
