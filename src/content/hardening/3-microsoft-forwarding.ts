import type { Hardening } from "../types.ts";

export default {
  id: "3-microsoft-forwarding",
  order: 3,
  provider: "Microsoft",
  setting: "Outlook rules / forwarding",
  url: "https://outlook.live.com/mail/0/options/mail/rules",
  source: {
    text: "public repo, session checklist",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
