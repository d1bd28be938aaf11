import type { Hardening } from "../types.ts";

export default {
  id: "6-facebook-apps",
  order: 6,
  provider: "Meta",
  setting: "Facebook: apps and websites",
  url: "https://www.facebook.com/settings?tab=applications",
  source: {
    text: "public repo, session checklist",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
