import type { Helpline } from "../types.ts";

export default {
  id: "us-fbi-ic3",
  country: "US",
  name: "FBI tips / IC3",
  url: "https://www.ic3.gov",
  phone: "1-800-225-5324 (1-800-CALL-FBI)",
  hours: null,
  for: "sextortion, extortion; also tips.fbi.gov",
  plain: "When someone demands money or more pictures. Also at tips.fbi.gov.",
  kind: "police",
  note: null,
  source: {
    text: "https://v1019.com/2024/01/18/fbi-says-financial-sextortion-is-a-crime/",
    date: "2024-01-18",
    confidence: "thirdParty",
  },
} satisfies Helpline;
