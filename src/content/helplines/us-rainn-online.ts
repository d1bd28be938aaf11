import type { Helpline } from "../types.ts";

export default {
  id: "us-rainn-online",
  country: "US",
  name: "RAINN National Sexual Assault Hotline",
  url: "https://www.rainn.org",
  phone: null,
  hours: "24/7/365",
  for: "sexual abuse incl. tech-enabled",
  plain: "Sexual abuse, also online or by phone.",
  kind: "abuse",
  note: null,
  source: {
    text: "https://dev-redesign.rainn.org/reporting-sexual-assault-to-law-enforcement/how-to-report-tech-enabled-sexual-abuse/",
    date: "2026",
    confidence: "ngo",
  },
} satisfies Helpline;
