import type { Hardening } from "../types.ts";

export default {
  id: "8-recovery-and-carrier",
  order: 8,
  provider: "any",
  setting: "Recovery e-mail, recovery phone, security questions, trusted contacts; carrier account PIN",
  url: null,
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Hardening;
