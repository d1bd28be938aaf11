import type { Helpline } from "../types.ts";

export default {
  id: "br-safernet",
  country: "BR",
  name: "SaferNet Brasil HelpLine",
  url: "https://helpline.org.br",
  phone: null,
  hours: null,
  for: "all; anonymous chat",
  plain: "Everyone. You can chat without giving your name.",
  kind: "image",
  note: null,
  source: {
    text: "https://helpline.org.br",
    date: null,
    confidence: "ngo",
  },
} satisfies Helpline;
