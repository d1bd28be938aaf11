import type { Hardening } from "../types.ts";

export default {
  id: "6-reddit-settings",
  order: 6,
  provider: "Reddit",
  setting: "Account settings",
  url: "https://www.reddit.com/settings/account",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
