import type { Helpline } from "../types.ts";

export default {
  id: "de-hateaid",
  country: "DE",
  name: "HateAid",
  url: "https://hateaid.org/betroffenenberatung/",
  phone: "030 25208838",
  hours: "Mon 10-13, Tue 15-18, Thu 16-19; chat Wed 15-18, Fri 11-14",
  for: "adults, digital violence incl. intimate images; not CSAM, stalking, hacking",
  plain: "Adults. Violence online, also with intimate images. Not for pictures of someone under 18, stalking or hacking.",
  kind: "image",
  note: null,
  source: {
    text: "https://hateaid.org/betroffenenberatung/",
    date: "2024-12",
    confidence: "ngo",
  },
} satisfies Helpline;
