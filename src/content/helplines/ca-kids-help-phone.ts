import type { Helpline } from "../types.ts";

export default {
  id: "ca-kids-help-phone",
  country: "CA",
  name: "Kids Help Phone",
  url: "https://kidshelpphone.ca/",
  phone: "1-800-668-6868",
  hours: "24 hours",
  for: "young people",
  kind: "child",
  note: null,
  source: {
    text: "public repo, minors path plan",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Helpline;
