import type { Helpline } from "../types.ts";

export default {
  id: "ca-cybertip",
  country: "CA",
  name: "Cybertip.ca",
  url: "https://www.cybertip.ca/en/report/",
  phone: "1-866-658-9022",
  hours: null,
  for: "under 18",
  kind: "child",
  note: null,
  source: {
    text: "https://www.protectkidsonline.ca/app/en/report_concerning_behaviour",
    date: null,
    confidence: "ngo",
  },
} satisfies Helpline;
