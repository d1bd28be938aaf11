import type { Helpline } from "../types.ts";

export default {
  id: "de-hilfetelefon",
  country: "DE",
  name: "Hilfetelefon Gewalt gegen Frauen",
  url: "https://www.hilfetelefon.de/",
  phone: "116 016",
  hours: "24/7",
  for: "women; multilingual",
  kind: "abuse",
  note: null,
  source: {
    text: "https://www.hamm.de/gegen-gewalt/digitale-gewalt/beratung-und-unterstuetzung-bei-digitaler-gewalt",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Helpline;
