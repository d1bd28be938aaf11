import type { Hardening } from "../types.ts";

export default {
  id: "5-google-app-passwords",
  order: 5,
  provider: "Google",
  setting: "App passwords: revoke",
  url: "https://myaccount.google.com/apppasswords",
  source: {
    text: "public repo, session checklist",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
