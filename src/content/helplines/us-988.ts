import type { Helpline } from "../types.ts";

export default {
  id: "us-988",
  country: "US",
  name: "988 Suicide & Crisis Lifeline",
  url: null,
  phone: "988",
  hours: "24/7",
  for: "crisis, call or text",
  plain: "In a crisis. Call or text.",
  kind: "crisis",
  note: null,
  source: {
    text: "https://myteensworld.com/stories/stopncii-image-removal/; https://digitalharm.org/sextortion",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Helpline;
