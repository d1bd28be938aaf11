import type { Platform } from "../types.ts";

export default {
  id: "google-search",
  name: "Google Search",
  hosts: ["google.com", "google.co.uk", "google.co.in", "google.de", "google.fr", "google.com.au", "google.ca"],
  reportUrl: "https://support.google.com/websearch/answer/6302812",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "direct form (seen by two projects)",
      url: "https://reportcontent.google.com/forms/explicit_content_intimate_imagery",
    },
    {
      purpose: "fake / deepfake imagery",
      url: "https://support.google.com/websearch/answer/9116649",
    },
    {
      purpose: "help page for people whose images are shared",
      url: "https://support.google.com/websearch/answer/13650142",
    },
    {
      purpose: "EU/UK right to be forgotten",
      url: "https://reportcontent.google.com/forms/rtbf",
    },
  ],
  formHosts: ["reportcontent.google.com", "support.google.com"],
  fields: [
    "page URL(s) hosting the image",
    "image URL(s)",
    "Google results page URL",
    "search terms",
    "country of residence",
    "you (or person represented) nude/sexual/intimate",
    "no consent to the image or to its publication",
    "you are not currently paid for this content",
    "authority to act, if a representative",
  ],
  label: "Content contains nudity or sexual material",
  hashMatching: [],
  responseTime: "automatic e-mail confirmation; no time stated",
  accountNeeded: null,
  reporterExposure: null,
  note: "Removes results only, not the page. Google reviews ONLY the URLs submitted. Since Feb 2026 also three dots on an image > remove result > 'It shows a sexual image of me', many images in one form, with optional filtering of similar results; status in 'Results about you'. A third-party guide states this route leaves no Lumen entry, unlike copyright. Under 18: do not take screenshots.",
  source: {
    text: "https://support.google.com/websearch/answer/6302812; https://ncsei-support.org/articles/how-to-submit-a-ncsei-removal-request-on-google-search; https://techbriefly.com/2026/02/11/google-launches-search-tool-to-remove-non-consensual-explicit-images/",
    date: "2026-02-11",
    confidence: "official",
  },
} satisfies Platform;
