import type { Hardening } from "../types.ts";

export default {
  id: "6-x-sessions",
  order: 6,
  provider: "X",
  setting: "Sessions",
  url: "https://x.com/settings/sessions",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
