import type { Hardening } from "../types.ts";

export default {
  id: "6-x-connected-apps",
  order: 6,
  provider: "X",
  setting: "Connected apps",
  url: "https://x.com/settings/connected_apps",
  source: {
    text: "public repo, session checklist",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
