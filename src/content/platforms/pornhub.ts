import type { Platform } from "../types.ts";

export default {
  id: "pornhub",
  name: "Pornhub",
  hosts: ["pornhub.com", "pornhub.org", "phncdn.com"],
  reportUrl: "https://www.pornhub.com/content-removal",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "EU complaint (Pornhub terms)",
      url: "mailto:dsa@pornhub.com",
    },
    {
      purpose: "privacy escalation",
      url: "mailto:dpo@pornhub.com",
    },
  ],
  formHosts: ["www.pornhub.com"],
  fields: ["link to each video/photo", "that it was uploaded without your consent", "contact e-mail"],
  label: "Non-Consensual Content",
  hashMatching: ["StopNCII", "Take It Down"],
  responseTime:
    "report says valid URLs from Trusted Flaggers (NGOs) are suspended immediately; privacy requests one month; US law 48 hours",
  accountNeeded: null,
  reporterExposure: null,
  note: "Trusted-flagger helplines (e.g. national hotlines) get immediate suspension: route there first where one exists.",
  source: {
    text: "github:chaynHQ/tools lib/platform-reporting-channels (MIT); github:chaynHQ/tools lib/platform-policies (machine-checked 2026-07-04, quoting the platform page); https://help-pornhub.mrst.one/hc/en-us/articles/4419879221907-Pornhub-Trusted-Flagger-Program (mirror); hash: http://aylo.com/newsroom/preventing-non-consensual-sharing/",
    date: "2026-07-15",
    confidence: "ngo",
  },
} satisfies Platform;
