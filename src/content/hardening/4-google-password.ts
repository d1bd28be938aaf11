import type { Hardening } from "../types.ts";

export default {
  id: "4-google-password",
  order: 4,
  provider: "Google",
  setting: "Change password",
  url: "https://myaccount.google.com/signinoptions/password",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
