import type { Platform } from "../types.ts";

export default {
  id: "onlyfans",
  name: "OnlyFans",
  hosts: ["onlyfans.com"],
  reportUrl: "https://onlyfans.com/dmca",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "contact",
      url: "https://onlyfans.com/contact",
    },
    {
      purpose: "e-mail",
      url: "mailto:support@onlyfans.com",
    },
    {
      purpose: "copyright agent",
      url: "mailto:dmca@onlyfans.com",
    },
    {
      purpose: "Acceptable Use Policy",
      url: "https://onlyfans.com/aup",
    },
  ],
  formHosts: ["onlyfans.com"],
  fields: [],
  label: "co-authored content without consent / illegal content (Complaints Policy)",
  hashMatching: ["StopNCII", "Take It Down"],
  responseTime: "'quickly remove illegal Content when we become aware'",
  accountNeeded: null,
  reporterExposure: null,
  note: "The DMCA route is only true for images you made yourself. Otherwise use Complaints Policy / support: anyone shown 'may, at any time, withdraw their consent'.",
  source: {
    text: "github:chaynHQ/tools lib/platform-reporting-channels (MIT); github:chaynHQ/tools lib/platform-policies (machine-checked 2026-07-04, quoting the platform page) https://onlyfans.com/aup; hash: http://aylo.com/newsroom/preventing-non-consensual-sharing/",
    date: "2026-07-15",
    confidence: "ngo",
  },
} satisfies Platform;
