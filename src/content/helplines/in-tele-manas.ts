import type { Helpline } from "../types.ts";

export default {
  id: "in-tele-manas",
  country: "IN",
  name: "Tele-MANAS",
  url: null,
  phone: "14416",
  hours: "24/7",
  for: "mental health crisis",
  kind: "crisis",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
