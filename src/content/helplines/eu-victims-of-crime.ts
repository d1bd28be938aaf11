import type { Helpline } from "../types.ts";

export default {
  id: "eu-victims-of-crime",
  country: "EU",
  name: "Victims of crime helpline",
  url: null,
  phone: "116 006",
  hours: null,
  for: "victims of crime (where operated)",
  plain: "Anyone harmed by a crime. Not in every country.",
  kind: "legal",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
