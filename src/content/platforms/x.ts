import type { Platform } from "../types.ts";

export default {
  id: "x",
  name: "X (Twitter)",
  hosts: ["x.com", "twitter.com", "mobile.twitter.com", "t.co", "twimg.com"],
  reportUrl: "https://help.x.com/forms/safety-and-sensitive-content/take-it-down",
  impersonationUrl: "https://help.twitter.com/forms/impersonation",
  altUrls: [
    {
      purpose: "US Take It Down Act page",
      url: "https://help.x.com/en/rules-and-policies/us-tida",
    },
    {
      purpose: "global policy",
      url: "https://help.x.com/rules-and-policies/personal-information",
    },
    {
      purpose: "private information form (outside US)",
      url: "https://help.twitter.com/forms/private_information",
    },
    {
      purpose: "India grievance form (no e-mail route)",
      url: "https://help.x.com/en/forms/report-to-grievance-officer-india",
    },
  ],
  formHosts: ["help.twitter.com", "help.x.com"],
  fields: [
    "signature (physical or electronic) of the person depicted or authorised representative",
    "identification of the image and information to locate it (URL)",
    "brief good-faith statement that it was published without consent",
    "contact information",
  ],
  label: "Private or Non-Consensual Content > Report content under the US Take It Down Act",
  hashMatching: [],
  responseTime: "removal as soon as possible and no later than 48 hours; outcome notified",
  accountNeeded: false,
  reporterExposure: null,
  note: null,
  source: {
    text: "https://help.x.com/en/rules-and-policies/us-tida (official; impersonation and private-information URLs from public repos)",
    date: "2026",
    confidence: "official",
  },
} satisfies Platform;
