import type { Platform } from "../types.ts";

export default {
  id: "instagram",
  name: "Instagram",
  hosts: ["instagram.com", "cdninstagram.com", "ig.me"],
  reportUrl: "https://www.facebook.com/help/contact/634636250523119",
  impersonationUrl: "https://help.instagram.com/contact/636276399721841",
  altUrls: [
    {
      purpose: "Instagram help: intimate images",
      url: "https://help.instagram.com/1769410010008691/",
    },
    {
      purpose: "Meta NCII page",
      url: "https://www.meta.com/help/policies/1437976901029950/",
    },
    {
      purpose: "Meta request form seen by another project 2026-06-14",
      url: "https://help.meta.com/requests/1371776380779082/",
    },
  ],
  formHosts: ["help.instagram.com", "help.meta.com", "www.facebook.com", "www.meta.com"],
  fields: ["location/URL of each post", "statement that you are depicted and did not consent", "contact details"],
  label: "Non-Consensual Intimate Images (NCII)",
  hashMatching: ["StopNCII", "Take It Down"],
  responseTime: "no time stated; US law 48 hours after a valid request",
  accountNeeded: false,
  reporterExposure: "Reports are anonymous to the reported account, except intellectual-property reports",
  note: null,
  source: {
    text: "github:chaynHQ/tools lib/platform-reporting-channels (MIT); github:chaynHQ/tools lib/platform-policies (machine-checked 2026-07-04, quoting the platform page)",
    date: "2026-07-15",
    confidence: "ngo",
  },
} satisfies Platform;
