import type { Platform } from "../types.ts";

export default {
  id: "threads",
  name: "Threads",
  hosts: ["threads.net", "threads.com"],
  reportUrl: "https://www.meta.com/help/policies/1437976901029950/",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["www.meta.com"],
  fields: ["report from the content itself, or the dedicated NCII form if you have no account"],
  label: "Non-Consensual Intimate Images (NCII)",
  hashMatching: ["StopNCII"],
  responseTime: "no time stated; US law 48 hours after a valid request",
  accountNeeded: false,
  reporterExposure: null,
  note: null,
  source: {
    text: "github:chaynHQ/tools lib/platform-policies (machine-checked 2026-07-04, quoting the platform page) https://www.meta.com/help/policies/1437976901029950/; hash list: https://news.linkzpulse.com/?p=154425 (copy of WIRED, 'How to Make Apps and Websites Remove Your Nonconsensual Nudes')",
    date: "2026-07-04",
    confidence: "ngo",
  },
} satisfies Platform;
