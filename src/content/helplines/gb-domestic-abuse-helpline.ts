import type { Helpline } from "../types.ts";

export default {
  id: "gb-domestic-abuse-helpline",
  country: "GB",
  name: "National Domestic Abuse Helpline (Refuge)",
  url: "https://www.nationaldahelpline.org.uk/",
  phone: "0808 2000 247",
  hours: "24/7",
  for: "domestic abuse",
  kind: "abuse",
  note: "general knowledge 2026-11; open and check before release",
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Helpline;
