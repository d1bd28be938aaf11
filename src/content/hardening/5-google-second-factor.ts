import type { Hardening } from "../types.ts";

export default {
  id: "5-google-second-factor",
  order: 5,
  provider: "Google",
  setting: "2-Step Verification",
  url: "https://myaccount.google.com/signinoptions/two-step-verification",
  source: {
    text: "public repo, session checklist",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
