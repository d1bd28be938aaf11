import type { Hardening } from "../types.ts";

export default {
  id: "6-twitch-security",
  order: 6,
  provider: "Twitch",
  setting: "Security",
  url: "https://www.twitch.tv/settings/security",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
