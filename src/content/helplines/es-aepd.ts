import type { Helpline } from "../types.ts";

export default {
  id: "es-aepd",
  country: "ES",
  name: "AEPD Canal Prioritario",
  url: "https://www.aepd.es/canalprioritario/",
  phone: null,
  hours: null,
  for: "sexual or violent content, after the provider's own channel failed; victim or third party; minors' own route",
  plain: "Sexual or violent content, when the site did not act. You or someone for you. There is a way of its own for those under 18.",
  kind: "regulator",
  note: null,
  source: {
    text: "https://www.lalfas.es/concejalias/igualdad/la-concejalia-de-igualdad-informa-del-canal-prioritario-de-la-agencia-espanola-de-proteccion-de-datos/; https://unir.net/actualidad/vida-academica/la-agencia-espanola-de-proteccion-de-datos-ofrece-un-canal-prioritario-para-denunciar-la-publicacion-ilegitima-de-contenidos-sensibles-en-internet",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Helpline;
