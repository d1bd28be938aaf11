import type { Hardening } from "../types.ts";

export default {
  id: "4-microsoft-password",
  order: 4,
  provider: "Microsoft",
  setting: "Change password",
  url: "https://account.live.com/password/change",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
