import type { Helpline } from "../types.ts";

export default {
  id: "eu-inhope",
  country: "EU",
  name: "INHOPE hotline network",
  url: "https://inhope.org",
  phone: null,
  hours: null,
  for: "CSAM only; find your national hotline ('EU' is not an ISO country)",
  plain: "Pictures of someone under 18. It leads to the hotline of your country.",
  kind: "child",
  note: null,
  source: {
    text: "https://inhope.org/EN/articles/iwf-and-childline-launch-tool-to-help-young-people-remove-nude-images-shared-online",
    date: null,
    confidence: "ngo",
  },
} satisfies Helpline;
