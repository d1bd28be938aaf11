import type { Platform } from "../types.ts";

export default {
  id: "redtube-youporn",
  name: "RedTube / YouPorn (Aylo network)",
  hosts: ["redtube.com", "youporn.com", "tube8.com"],
  reportUrl: null,
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "a project states the Pornhub form covers the Aylo network; not confirmed here",
      url: "https://www.pornhub.com/content-removal",
    },
  ],
  formHosts: ["www.pornhub.com"],
  fields: [],
  label: "content removal",
  hashMatching: ["StopNCII"],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "public repo (medium confidence); hash participation of Aylo: http://aylo.com/newsroom/preventing-non-consensual-sharing/",
    date: "2023-11-30",
    confidence: "thirdParty",
  },
} satisfies Platform;
