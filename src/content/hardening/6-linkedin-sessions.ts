import type { Hardening } from "../types.ts";

export default {
  id: "6-linkedin-sessions",
  order: 6,
  provider: "LinkedIn",
  setting: "Where you are signed in",
  url: "https://www.linkedin.com/psettings/sessions",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
