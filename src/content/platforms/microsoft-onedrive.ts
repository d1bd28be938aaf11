import type { Platform } from "../types.ts";

export default {
  id: "microsoft-onedrive",
  name: "Microsoft / OneDrive / Xbox",
  hosts: ["onedrive.live.com", "1drv.ms", "sharepoint.com", "xbox.com"],
  reportUrl: null,
  impersonationUrl: null,
  altUrls: [],
  formHosts: [],
  fields: ["service", "link", "Concern type: Non-Consensual Intimate Imagery"],
  label: "Report a Concern: Non-Consensual Intimate Imagery",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "same 'Report a Concern' form as Bing with the service changed; only the Bing deep link was found",
  source: {
    text: "https://news.linkzpulse.com/?p=154425 (copy of WIRED, 'How to Make Apps and Websites Remove Your Nonconsensual Nudes')",
    date: "2026-05-19",
    confidence: "thirdParty",
  },
} satisfies Platform;
