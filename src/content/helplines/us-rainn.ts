import type { Helpline } from "../types.ts";

export default {
  id: "us-rainn",
  country: "US",
  name: "RAINN",
  url: "https://rainn.org/",
  phone: "1-800-656-4673",
  hours: "24/7",
  for: "sexual abuse",
  kind: "abuse",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
