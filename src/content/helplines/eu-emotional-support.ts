import type { Helpline } from "../types.ts";

export default {
  id: "eu-emotional-support",
  country: "EU",
  name: "Emotional support helpline",
  url: null,
  phone: "116 123",
  hours: null,
  for: "suicidal or in distress (where operated)",
  plain: "Anyone in distress, or who may end their life. Not in every country.",
  kind: "crisis",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
