import type { Helpline } from "../types.ts";

export default {
  id: "in-women-helpline",
  country: "IN",
  name: "Women Helpline",
  url: null,
  phone: "181",
  hours: "24/7",
  for: "women in distress",
  kind: "abuse",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
