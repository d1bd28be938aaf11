import type { Helpline } from "../types.ts";

export default {
  id: "in-childline",
  country: "IN",
  name: "Childline India",
  url: "https://www.childlineindia.org/",
  phone: "1098",
  hours: "24 hours",
  for: "children",
  kind: "child",
  note: null,
  source: {
    text: "public repo, minors path plan",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Helpline;
