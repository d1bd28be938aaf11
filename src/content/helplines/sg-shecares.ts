import type { Helpline } from "../types.ts";

export default {
  id: "sg-shecares",
  country: "SG",
  name: "SHECARES@SCWO",
  url: "https://scwo.org.sg/shecaresscwo-a-one-stop-centre-to-support-victims-of-online-harms",
  phone: null,
  hours: "Mon-Fri 9am-9pm (2023)",
  for: "women and girls",
  kind: "image",
  note: null,
  source: {
    text: "https://tnp.straitstimes.com/news/singapore/new-help-centre-women-facing-online-attacks-harassment",
    date: "2023-01-19",
    confidence: "thirdParty",
  },
} satisfies Helpline;
