import type { Helpline } from "../types.ts";

export default {
  id: "gb-revenge-porn-helpline",
  country: "GB",
  name: "Revenge Porn Helpline",
  url: "https://revengepornhelpline.org.uk/",
  phone: "0345 6000 459",
  hours: "Mon-Fri 10:00-16:00, not bank holidays; e-mail any time",
  for: "adults 18+ in the UK; friends and supporters may also call",
  kind: "image",
  note: null,
  source: {
    text: "https://swgfl.org.uk/helplines/revenge-porn-helpline/; https://revengepornhelpline.org.uk/news/supporting-those-affected-by-intimate-image-abuse",
    date: null,
    confidence: "ngo",
  },
} satisfies Helpline;
