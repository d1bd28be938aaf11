import type { Hardening } from "../types.ts";

export default {
  id: "7-google-photos-sharing",
  order: 7,
  provider: "Google Photos",
  setting: "Sharing tab: shared albums, link sharing, partner sharing (no deep link found)",
  plain: "The Sharing tab: shared albums, links and partner sharing.",
  url: null,
  source: {
    text: "unsourced",
    date: null,
    confidence: "unsourced",
  },
} satisfies Hardening;
