import type { Hardening } from "../types.ts";

export default {
  id: "6-snapchat-sessions",
  order: 6,
  provider: "Snapchat",
  setting: "Settings > Session management; My Eyes Only; two-factor (no web URL found)",
  plain: "In the app: Settings, Session management. Look at My Eyes Only and the second step too.",
  url: null,
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Hardening;
