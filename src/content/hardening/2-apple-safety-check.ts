import type { Hardening } from "../types.ts";

export default {
  id: "2-apple-safety-check",
  order: 2,
  provider: "Apple",
  setting:
    "Safety Check on iPhone (Settings > Privacy & Security > Safety Check); Emergency Reset stops ALL sharing at once and others may notice",
  plain: "On iPhone: Settings, Privacy & Security, Safety Check. Emergency Reset there stops all sharing at once. Others may notice.",
  url: "https://support.apple.com/en-za/guide/personal-safety/ipsce4cb8352/web",
  source: {
    text: "https://support.apple.com/en-za/guide/personal-safety/ipsce4cb8352/web",
    date: null,
    confidence: "official",
  },
} satisfies Hardening;
