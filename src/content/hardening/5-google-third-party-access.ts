import type { Hardening } from "../types.ts";

export default {
  id: "5-google-third-party-access",
  order: 5,
  provider: "Google",
  setting: "Third-party access",
  url: "https://myaccount.google.com/permissions",
  source: {
    text: "public repo, session checklist",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
