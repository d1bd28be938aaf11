import type { Helpline } from "../types.ts";

export default {
  id: "in-emergency",
  country: "IN",
  name: "Emergency",
  url: null,
  phone: "112",
  hours: "24/7",
  for: "emergency",
  plain: "When someone is in danger now.",
  kind: "emergency",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
