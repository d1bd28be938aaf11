import type { Platform } from "../types.ts";

export default {
  id: "dropbox",
  name: "Dropbox",
  hosts: ["dropbox.com", "db.tt", "dropboxusercontent.com"],
  reportUrl: "https://www.dropbox.com/report_abuse",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "appeal address a user was given",
      url: "mailto:appeals@dropbox.com",
    },
  ],
  formHosts: ["www.dropbox.com"],
  fields: ["FULL shared link including its access key parameter"],
  label: null,
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "A reporter found the access key may be dropped from the link, so reviewers could not open it and answered 'no violation'. Keep links byte-for-byte.",
  source: {
    text: "https://community.dropbox.com/en/discussion/854982/questions-about-reporting-a-folder-account/p1; public repos",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Platform;
