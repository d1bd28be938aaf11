import type { Helpline } from "../types.ts";

export default {
  id: "us-ccri",
  country: "US",
  name: "CCRI Image Abuse Helpline",
  url: "https://cybercivilrights.org/ccri-safety-center/",
  phone: "844-878-2274",
  hours: "24/7 (US Justice Department award text, 2023)",
  for: "adults, image-based sexual abuse",
  plain: "Adults whose intimate images were shared, or who are threatened with it.",
  kind: "image",
  note: null,
  source: {
    text: "https://ovc.ojp.gov/funding/awards/15povc-23-gk-01579-nonf; https://cybercivilrights.org/ccri-safety-center",
    date: "2023",
    confidence: "ngo",
  },
} satisfies Helpline;
