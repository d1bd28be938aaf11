import type { Helpline } from "../types.ts";

export default {
  id: "mx-policia-cibernetica",
  country: "MX",
  name: "Policia Cibernetica",
  url: null,
  phone: "088",
  hours: null,
  for: "Ley Olimpia complaints; also any Ministerio Publico",
  plain: "Reports under the Ley Olimpia. Any Ministerio Público takes them too.",
  kind: "police",
  note: null,
  source: {
    text: "https://quintafuerza.mx/viral/si-te-envian-fotografias-de-partes-intimas-sin-tu-consentimiento-la-ley-olimpia-te-protege-para-denunciar",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Helpline;
