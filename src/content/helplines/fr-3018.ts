import type { Helpline } from "../types.ts";

export default {
  id: "fr-3018",
  country: "FR",
  name: "3018 (e-Enfance)",
  url: "https://3018.fr",
  phone: "3018",
  hours: "every day 9:00-23:00",
  for: "digital violence; fast channel to platforms; own evidence locker app",
  plain: "Violence online. It has a fast line to sites, and an app to keep proof.",
  kind: "image",
  note: null,
  source: {
    text: "https://mairie-villetaneuse.fr/actualites/le-3018-un-numero-gratuit-et-une-app-pour-les-victimes-de-cyberharcelement",
    date: "2023-09-28",
    confidence: "thirdParty",
  },
} satisfies Helpline;
