import type { Hardening } from "../types.ts";

export default {
  id: "2-google-devices",
  order: 2,
  provider: "Google",
  setting: "Your devices / sessions",
  url: "https://myaccount.google.com/device-activity",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
