import type { Platform } from "../types.ts";

export default {
  id: "yandex",
  name: "Yandex",
  hosts: ["yandex.com", "yandex.ru", "ya.ru"],
  reportUrl: "https://yandex.com/support/abuse/en/troubleshooting/search/default",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["yandex.com"],
  fields: [],
  label: null,
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "public repo linking Yandex's removal help",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Platform;
