import type { Platform } from "../types.ts";

export default {
  id: "naver",
  name: "Naver (KR)",
  hosts: ["naver.com"],
  reportUrl: "https://help.naver.com/service/30016/contents/18663",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["help.naver.com"],
  fields: ["content URL", "copy of ID", "description"],
  label: null,
  hashMatching: [],
  responseTime: "1-7 days (that app's figure)",
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "public Korean victim-support app, 'reviewed by a lawyer'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Platform;
