import type { Hardening } from "../types.ts";

export default {
  id: "6-tiktok-devices",
  order: 6,
  provider: "TikTok",
  setting: "Settings > Security > Manage devices; 2-step verification (no web URL found)",
  plain: "In the app: Settings, Security, Manage devices. Look at 2-step verification too.",
  url: null,
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Hardening;
