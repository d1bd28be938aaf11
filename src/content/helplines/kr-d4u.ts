import type { Helpline } from "../types.ts";

export default {
  id: "kr-d4u",
  country: "KR",
  name: "Digital Sex Crime Victim Support Center (D4U)",
  url: "https://d4u.stop.or.kr/",
  phone: "1366 (also 02-735-8994)",
  hours: "24 h, 365 days",
  for: "all; deletion support and monitoring",
  plain: "Everyone. They help to delete it and look for new copies.",
  kind: "image",
  note: null,
  source: {
    text: "https://taptalk.net/news/view/2025041614000480639 (Yonhap); https://www.servedream.com/announcements/138300000038",
    date: "2025-04-17",
    confidence: "thirdParty",
  },
} satisfies Helpline;
