import type { Hardening } from "../types.ts";

export default {
  id: "2-microsoft-activity",
  order: 2,
  provider: "Microsoft",
  setting: "Recent activity",
  url: "https://account.live.com/Activity",
  source: {
    text: "several public repos",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
