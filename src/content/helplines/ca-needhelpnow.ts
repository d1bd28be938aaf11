import type { Helpline } from "../types.ts";

export default {
  id: "ca-needhelpnow",
  country: "CA",
  name: "NeedHelpNow.ca",
  url: "https://needhelpnow.ca/en/contact/",
  phone: null,
  hours: null,
  for: "under 18: steps to remove an image",
  plain: "Under 18. What to do to get a picture down.",
  kind: "child",
  note: null,
  source: {
    text: "https://www.protectkidsonline.ca/app/en/report_concerning_behaviour; public repo (URL)",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Helpline;
