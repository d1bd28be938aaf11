import type { Platform } from "../types.ts";

export default {
  id: "snapchat",
  name: "Snapchat",
  hosts: ["snapchat.com", "story.snapchat.com"],
  reportUrl: "https://values.snap.com/safety/safety-reporting",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "support form id used by another project; open and check",
      url: "https://help.snapchat.com/hc/en-us/requests/new?co=true&ticket_form_id=149423",
    },
    {
      purpose: "India resident grievance officer",
      url: "https://help.snapchat.com/hc/en-us/articles/7012329553812",
    },
  ],
  formHosts: ["help.snapchat.com", "values.snap.com"],
  fields: ["in app: press and hold the Snap, chat or story > Report (a copy of the media is attached automatically)"],
  label: "Nude or sexual content / NCII category",
  hashMatching: ["StopNCII"],
  responseTime: "24/7 team; US law 48 hours after a valid request",
  accountNeeded: null,
  reporterExposure: "confidential; anonymous web form possible; the reported account-holder is not told who reported",
  note: "Media report attaches the content; report the content before blocking the account.",
  source: {
    text: "https://values.snap.com/safety/safety-reporting; https://values.snap.com/news/take-it-down-act; hash list: https://news.linkzpulse.com/?p=154425 (copy of WIRED, 'How to Make Apps and Websites Remove Your Nonconsensual Nudes')",
    date: "2025-04-08",
    confidence: "official",
  },
} satisfies Platform;
