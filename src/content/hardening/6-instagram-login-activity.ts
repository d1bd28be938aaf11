import type { Hardening } from "../types.ts";

export default {
  id: "6-instagram-login-activity",
  order: 6,
  provider: "Instagram",
  setting: "Login activity",
  url: "https://www.instagram.com/session/login_activity/",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
