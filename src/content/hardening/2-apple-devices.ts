import type { Hardening } from "../types.ts";

export default {
  id: "2-apple-devices",
  order: 2,
  provider: "Apple",
  setting: "Devices and account security",
  url: "https://account.apple.com/",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
