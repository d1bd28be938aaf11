import type { Helpline } from "../types.ts";

export default {
  id: "gb-police-101",
  country: "GB",
  name: "Police (non-emergency)",
  url: null,
  phone: "101",
  hours: null,
  for: "crime report; 999 if in danger",
  plain: "To report a crime. If you are in danger, call 999.",
  kind: "police",
  note: null,
  source: {
    text: "https://revengepornhelpline.org.uk/faq/",
    date: null,
    confidence: "ngo",
  },
} satisfies Helpline;
