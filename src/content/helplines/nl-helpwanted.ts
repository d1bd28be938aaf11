import type { Helpline } from "../types.ts";

export default {
  id: "nl-helpwanted",
  country: "NL",
  name: "Helpwanted (Offlimits)",
  url: "http://www.helpwanted.nl/en",
  phone: "020-2615275",
  hours: null,
  for: "all ages, English possible; trusted flagger",
  plain: "All ages. English is possible. Sites must give its reports priority.",
  kind: "image",
  note: null,
  source: {
    text: "http://www.helpwanted.nl/en",
    date: null,
    confidence: "ngo",
  },
} satisfies Helpline;
