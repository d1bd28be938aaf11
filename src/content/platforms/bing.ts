import type { Platform } from "../types.ts";

export default {
  id: "bing",
  name: "Bing",
  hosts: ["bing.com", "msn.com"],
  reportUrl: "https://www.microsoft.com/concern/bing",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["www.microsoft.com"],
  fields: ["Microsoft service the content is on", "link to it", "Concern type: Non-Consensual Intimate Imagery"],
  label: "Non-Consensual Intimate Imagery",
  hashMatching: ["StopNCII"],
  responseTime: "US law 48 hours after a valid request",
  accountNeeded: null,
  reporterExposure: null,
  note: "Other projects wrongly use Bing's EU 'right to be forgotten' page for this.",
  source: {
    text: "public repo file, platform directory seed with lastContactVerifiedAt; https://news.linkzpulse.com/?p=154425 (copy of WIRED, 'How to Make Apps and Websites Remove Your Nonconsensual Nudes'); https://neowin.net/amp/microsoft-partners-with-stopncii-to-remove-harmful-intimate-images-from-bing (StopNCII)",
    date: "2026-06-14",
    confidence: "thirdParty",
  },
} satisfies Platform;
