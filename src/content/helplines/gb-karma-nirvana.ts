import type { Helpline } from "../types.ts";

export default {
  id: "gb-karma-nirvana",
  country: "GB",
  name: "Karma Nirvana",
  url: null,
  phone: "0800 5999 247",
  hours: null,
  for: "honour-based abuse, forced marriage",
  kind: "abuse",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
