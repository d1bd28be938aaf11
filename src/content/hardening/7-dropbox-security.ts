import type { Hardening } from "../types.ts";

export default {
  id: "7-dropbox-security",
  order: 7,
  provider: "Dropbox",
  setting: "Security: devices, sessions, linked apps",
  url: "https://www.dropbox.com/account/security",
  source: {
    text: "public repo, session pages 'checked to resolve'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
