import type { Helpline } from "../types.ts";

export default {
  id: "sg-anti-violence",
  country: "SG",
  name: "National Anti-Violence Helpline",
  url: null,
  phone: "1800-777-0000",
  hours: null,
  for: "abuse or violence",
  kind: "abuse",
  note: null,
  source: {
    text: "https://www.straitstimes.com/singapore/what-can-i-do-if-my-friend-is-a-victim-of-sexual-harassment-online-0",
    date: "2022-03-27",
    confidence: "thirdParty",
  },
} satisfies Helpline;
