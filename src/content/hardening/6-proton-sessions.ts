import type { Hardening } from "../types.ts";

export default {
  id: "6-proton-sessions",
  order: 6,
  provider: "Proton",
  setting: "Active sessions",
  url: "https://account.proton.me/u/0/security#sessions",
  source: {
    text: "public repo, session checklist",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
