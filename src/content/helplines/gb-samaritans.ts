import type { Helpline } from "../types.ts";

export default {
  id: "gb-samaritans",
  country: "GB",
  name: "Samaritans",
  url: "https://www.samaritans.org/",
  phone: "116 123",
  hours: "24/7",
  for: "suicidal or in distress",
  plain: "Anyone in distress, or who may end their life.",
  kind: "crisis",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
