import type { Helpline } from "../types.ts";

export default {
  id: "us-ncmec-cybertipline",
  country: "US",
  name: "NCMEC CyberTipline",
  url: "https://report.cybertip.org",
  phone: "1-800-843-5678",
  hours: null,
  for: "any sexual image of a person under 18",
  plain: "Any sexual picture of someone under 18.",
  kind: "child",
  note: null,
  source: {
    text: "https://digitalharm.org/report/resources",
    date: "2026",
    confidence: "thirdParty",
  },
} satisfies Helpline;
