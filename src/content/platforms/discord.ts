import type { Platform } from "../types.ts";

export default {
  id: "discord",
  name: "Discord",
  hosts: ["discord.com", "discordapp.com", "discord.gg", "cdn.discordapp.com", "media.discordapp.net"],
  reportUrl: "https://discord.com/report",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "Take It Down Act article",
      url: "https://support.discord.com/hc/articles/38675715591831",
    },
  ],
  formHosts: ["discord.com", "support.discord.com"],
  fields: [
    "legal name of the person depicted",
    "link to the message (copy message link)",
    "good-faith statement",
    "contact details",
    "signature",
  ],
  label: "non-consensual intimate imagery (TIDA)",
  hashMatching: [],
  responseTime: "within 48 hours reviewed and acted on; status by e-mail",
  accountNeeded: false,
  reporterExposure: "report is confidential; uploader is not told who reported",
  note: "One report per piece of media. Depicted person or authorised representative. US residents for TIDA. No time limit on age of content. Duplicate or mass reports of the same thing can cost you access to reporting.",
  source: {
    text: "https://support.discord.com/hc/articles/38675715591831",
    date: "2026",
    confidence: "official",
  },
} satisfies Platform;
