import type { Helpline } from "../types.ts";

export default {
  id: "pk-digital-rights-foundation",
  country: "PK",
  name: "Digital Rights Foundation Cyber Harassment Helpline",
  url: "https://digitalrightsfoundation.pk",
  phone: "0800-39393",
  hours: "9am-5pm every day (2017)",
  for: "all",
  plain: "Everyone.",
  kind: "image",
  note: null,
  source: {
    text: "https://digitalrightsfoundation.pk/the-cyber-harassment-helpline-expands-its-operations/; http://www.dawn.com/news/1299175/",
    date: "2017-08-16",
    confidence: "thirdParty",
  },
} satisfies Helpline;
