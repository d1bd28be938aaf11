import type { Helpline } from "../types.ts";

export default {
  id: "us-childhelp",
  country: "US",
  name: "Childhelp",
  url: "https://www.childhelphotline.org/",
  phone: "1-800-422-4453",
  hours: "24 hours",
  for: "children, teens",
  plain: "Children and teens.",
  kind: "child",
  note: null,
  source: {
    text: "public repo, minors path plan",
    date: "2026-10",
    confidence: "thirdParty",
  },
} satisfies Helpline;
