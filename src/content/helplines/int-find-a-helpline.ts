import type { Helpline } from "../types.ts";

export default {
  id: "int-find-a-helpline",
  country: "INT",
  name: "Find A Helpline",
  url: "https://findahelpline.com/",
  phone: null,
  hours: null,
  for: "crisis lines by country",
  plain: "Lines for a crisis, by country.",
  kind: "finder",
  note: "general knowledge 2026-11; for countries with no entry",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
