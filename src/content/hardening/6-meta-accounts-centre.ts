import type { Hardening } from "../types.ts";

export default {
  id: "6-meta-accounts-centre",
  order: 6,
  provider: "Meta",
  setting: "Where you're logged in, password, two-factor (Accounts Centre)",
  url: "https://accountscenter.facebook.com/password_and_security",
  source: {
    text: "several public repos",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
