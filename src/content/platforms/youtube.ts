import type { Platform } from "../types.ts";

export default {
  id: "youtube",
  name: "YouTube",
  hosts: ["youtube.com", "youtu.be", "m.youtube.com", "youtube-nocookie.com"],
  reportUrl: "https://support.google.com/youtube/answer/142443",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "altered/AI content of you",
      url: "https://support.google.com/youtube/answer/2801895",
    },
    {
      purpose: "Community Guidelines flag / abuse",
      url: "https://www.youtube.com/reportabuse",
    },
  ],
  formHosts: ["support.google.com", "www.youtube.com"],
  fields: [
    "video URL",
    "time in the video where you appear",
    "statement that you are uniquely identifiable",
    "that you are the person (first-party complaint)",
  ],
  label: "Privacy complaint / sexual content",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure:
    "Page tells you to contact the uploader first (skip this for NCII: report under nudity/sexual content instead); an older version (2011) gave the uploader 48 hours' notice of the complaint",
  note: "Privacy complaints by relatives, colleagues or employers are NOT accepted except for minors, vulnerable people, people without a computer, or a legal representative: a supporter cannot file it casually.",
  source: {
    text: "https://support.google.com/youtube/answer/142443 (official, via proxy copy); https://support.google.com/youtube/answer/2801895",
    date: null,
    confidence: "official",
  },
} satisfies Platform;
