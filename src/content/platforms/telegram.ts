import type { Platform } from "../types.ts";

export default {
  id: "telegram",
  name: "Telegram",
  hosts: ["telegram.org", "t.me", "telegram.me", "telegram.dog"],
  reportUrl: "https://telegram.org/support",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "abuse e-mail: send links to the posts",
      url: "mailto:abuse@telegram.org",
    },
    {
      purpose: "under 18 only",
      url: "mailto:stopCA@telegram.org",
    },
    {
      purpose: "moderation page",
      url: "https://telegram.org/moderation",
    },
  ],
  formHosts: ["telegram.org"],
  fields: ["t.me link to channel AND to each message", "what it shows", "that you are depicted and did not consent"],
  label: "Report > Illegal content / personal details / pornography",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "One Korean victim-support app states 3-14 days and that national centres get faster results. Not on the StopNCII list found. Never join or post in the channel to collect proof.",
  source: {
    text: "https://www.telefonino.net/notizie/telegram-come-segnalare-un-contenuto-inappropriato-in-chat/ (FAQ: abuse@telegram.org); public repos",
    date: "2024-09",
    confidence: "thirdParty",
  },
} satisfies Platform;
