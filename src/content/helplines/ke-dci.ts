import type { Helpline } from "../types.ts";

export default {
  id: "ke-dci",
  country: "KE",
  name: "Directorate of Criminal Investigations (cybercrime)",
  url: null,
  phone: "0800 722 203",
  hours: null,
  for: "e-mail tips@dci.go.ke",
  plain: "Write to tips@dci.go.ke.",
  kind: "police",
  note: null,
  source: {
    text: "https://jijengeyouth.org/digital-safe-girls",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Helpline;
