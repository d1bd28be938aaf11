import type { Platform } from "../types.ts";

export default {
  id: "reddit",
  name: "Reddit",
  hosts: ["reddit.com", "old.reddit.com", "redd.it", "i.redd.it", "v.redd.it"],
  reportUrl: "https://www.reddit.com/report",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "pre-selected reason, as used by another project; open and check",
      url: "https://www.reddit.com/report?reason=non-consensual-intimate-media",
    },
    {
      purpose: "India grievance form",
      url: "https://support.reddithelp.com/hc/en-us/articles/28417230073236",
    },
  ],
  formHosts: ["support.reddithelp.com", "www.reddit.com"],
  fields: ["link to post/comment", "that you are the person depicted"],
  label: "non-consensual intimate media",
  hashMatching: ["StopNCII"],
  responseTime: "US law 48 hours after a valid request",
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "r/RedditSafety 2022-03-07 (label); public repos (URLs); hash list: https://news.linkzpulse.com/?p=154425 (copy of WIRED, 'How to Make Apps and Websites Remove Your Nonconsensual Nudes')",
    date: "2022-03-07",
    confidence: "thirdParty",
  },
} satisfies Platform;
