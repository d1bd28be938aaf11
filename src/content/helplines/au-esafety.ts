import type { Helpline } from "../types.ts";

export default {
  id: "au-esafety",
  country: "AU",
  name: "eSafety Commissioner, image-based abuse",
  url: "https://www.esafety.gov.au/report/image-based-abuse",
  phone: null,
  hours: "highest priority answered within two business days",
  for: "anyone ordinarily resident, or poster/host in Australia; no need to report to the platform first; anonymous possible",
  plain:
    "Anyone who lives in Australia, or if the poster or the site is there. You need not ask the site first. You need not give your name.",
  kind: "image",
  note: null,
  source: {
    text: "https://esafety.gov.au/image-based-abuse/action/remove-images-video/report-to-us; https://esafety.gov.au/complaints-and-reporting/cyberbullying-complaints/complaint-resolution-process",
    date: null,
    confidence: "official",
  },
} satisfies Helpline;
