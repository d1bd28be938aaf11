import type { Helpline } from "../types.ts";

export default {
  id: "us-ftc-take-it-down",
  country: "US",
  name: "FTC TAKE IT DOWN complaint (platform did not remove in 48 h)",
  url: "https://takeitdown.ftc.gov/",
  phone: null,
  hours: null,
  for: "report a platform, not get content removed; parent or consented helper may file",
  plain: "To report a site that did not act. It does not take pictures down. A parent or a helper may do it for you.",
  kind: "regulator",
  note: null,
  source: {
    text: "https://vidianews.com/?p=15416; https://www.owlbrief.com/briefs/13344-ftc-enforces-take-it-down-act-48-hour-takedown-requirement",
    date: "2026-05-19",
    confidence: "thirdParty",
  },
} satisfies Helpline;
