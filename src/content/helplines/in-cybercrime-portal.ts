import type { Helpline } from "../types.ts";

export default {
  id: "in-cybercrime-portal",
  country: "IN",
  name: "National Cyber Crime Reporting Portal",
  url: "https://cybercrime.gov.in/",
  phone: "1930",
  hours: null,
  for: "all; also One Stop Centres and police stations",
  plain: "Everyone. You can also go to a One Stop Centre or the police.",
  kind: "police",
  note: null,
  source: {
    text: "https://www.moneycontrol.com/technology/meity-issues-sop-mandating-24-hour-takedown-of-non-consensual-intimate-imagery-online-article-13668129.html",
    date: "2025-11-11",
    confidence: "thirdParty",
  },
} satisfies Helpline;
