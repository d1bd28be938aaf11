import type { Hardening } from "../types.ts";

export default {
  id: "1-record-first",
  order: 1,
  provider: "any",
  setting:
    "Record what is there first: screenshot unknown devices, sessions, forwarding rules, shared albums BEFORE removing them (evidence of access)",
  plain:
    "First take pictures of what you see: devices, logins, forwarding and shared albums you do not know. Once you remove them, the signs are gone.",
  url: null,
  source: {
    text: "general knowledge, in line with withoutmyconsent.org 'before you delete anything'",
    date: null,
    confidence: "unsourced",
  },
} satisfies Hardening;
