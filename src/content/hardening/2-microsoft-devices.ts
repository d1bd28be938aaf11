import type { Hardening } from "../types.ts";

export default {
  id: "2-microsoft-devices",
  order: 2,
  provider: "Microsoft",
  setting: "Devices",
  url: "https://account.microsoft.com/devices",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
