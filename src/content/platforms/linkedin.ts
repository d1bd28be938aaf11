import type { Platform } from "../types.ts";

export default {
  id: "linkedin",
  name: "LinkedIn",
  hosts: ["linkedin.com", "lnkd.in"],
  reportUrl: "https://www.linkedin.com/help/linkedin/answer/a1337576",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "India grievance form",
      url: "https://www.linkedin.com/help/linkedin/ask/LGO",
    },
    {
      purpose: "form used by another project",
      url: "https://www.linkedin.com/help/linkedin/ask/TS-NIPR",
    },
  ],
  formHosts: ["www.linkedin.com"],
  fields: [],
  label: "report post/member",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: "LinkedIn does not notify the person you report",
  note: null,
  source: {
    text: "https://www.linkedin.com/help/linkedin/answer/a1337576 (official text via mirror); public repos",
    date: null,
    confidence: "official",
  },
} satisfies Platform;
