import type { Helpline } from "../types.ts";

export default {
  id: "gb-childline",
  country: "GB",
  name: "Childline",
  url: "https://www.childline.org.uk/",
  phone: "0800 1111",
  hours: null,
  for: "under 19",
  kind: "child",
  note: null,
  source: {
    text: "public repo, minors path plan",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Helpline;
