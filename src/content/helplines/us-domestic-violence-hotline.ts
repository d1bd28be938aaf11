import type { Helpline } from "../types.ts";

export default {
  id: "us-domestic-violence-hotline",
  country: "US",
  name: "National Domestic Violence Hotline",
  url: "https://www.thehotline.org/",
  phone: "1-800-799-7233",
  hours: "24/7",
  for: "domestic abuse, safety planning",
  plain: "Abuse by a partner or family. They plan your safety with you.",
  kind: "abuse",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
