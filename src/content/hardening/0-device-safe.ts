import type { Hardening } from "../types.ts";

export default {
  id: "0-device-safe",
  order: 0,
  provider: "any",
  setting:
    "Is this device safe? If someone may see your screen or accounts, plan with an advocate and act from another device first; sudden changes can alert the person and escalate",
  plain:
    "Is this device safe? If someone may see your screen or your accounts, plan it with a helper first, and use another device. They may notice a sudden change.",
  url: null,
  source: {
    text: "https://support.apple.com/en-za/guide/personal-safety/ipsce4cb8352/web ('consider potential impacts to your safety'); https://abusesupporthub.com/articles/stay-safe-after-leaving.html",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
