import type { Hardening } from "../types.ts";

export default {
  id: "3-google-forwarding",
  order: 3,
  provider: "Google",
  setting: "Mail forwarding and POP/IMAP (remove unknown addresses)",
  plain: "Mail forwarding and POP/IMAP. Remove addresses you do not know.",
  url: "https://mail.google.com/mail/u/0/#settings/fwdandpop",
  source: {
    text: "public repo, session checklist",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
