import type { Platform } from "../types.ts";

export default {
  id: "kakao",
  name: "Kakao (KR)",
  hosts: ["kakao.com", "daum.net"],
  reportUrl: "https://cs.kakao.com/helps?service=160",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["cs.kakao.com"],
  fields: ["content URL or chat-room information", "description"],
  label: null,
  hashMatching: [],
  responseTime: "1-5 days (that app's figure)",
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "public Korean victim-support app, 'reviewed by a lawyer'",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Platform;
