import type { Hardening } from "../types.ts";

export default {
  id: "6-x-second-factor",
  order: 6,
  provider: "X",
  setting: "Two-factor authentication",
  url: "https://x.com/settings/account/login_verification",
  source: {
    text: "public repo, session checklist",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
