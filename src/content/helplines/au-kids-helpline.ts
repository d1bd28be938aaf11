import type { Helpline } from "../types.ts";

export default {
  id: "au-kids-helpline",
  country: "AU",
  name: "Kids Helpline",
  url: "https://kidshelpline.com.au/",
  phone: "1800 55 1800",
  hours: null,
  for: "5-25",
  plain: "Ages 5 to 25.",
  kind: "child",
  note: null,
  source: {
    text: "public repo, minors path plan",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Helpline;
