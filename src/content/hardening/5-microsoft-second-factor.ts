import type { Hardening } from "../types.ts";

export default {
  id: "5-microsoft-second-factor",
  order: 5,
  provider: "Microsoft",
  setting: "Advanced security / 2FA",
  url: "https://account.microsoft.com/security",
  source: {
    text: "public repo, session checklist",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
