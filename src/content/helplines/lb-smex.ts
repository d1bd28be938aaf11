import type { Helpline } from "../types.ts";

export default {
  id: "lb-smex",
  country: "LB",
  name: "SMEX Digital Safety Helpdesk",
  url: "https://smex.org/helpdesk/",
  phone: null,
  hours: null,
  for: "Arabic-speaking countries: activists, journalists, groups at risk",
  kind: "other",
  note: null,
  source: {
    text: "https://smex.org/helpdesk/",
    date: null,
    confidence: "ngo",
  },
} satisfies Helpline;
