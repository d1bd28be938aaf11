import type { Platform } from "../types.ts";

export default {
  id: "mastodon",
  name: "Mastodon / Fediverse (instance admin)",
  hosts: [],
  reportUrl: null,
  impersonationUrl: null,
  altUrls: [],
  formHosts: [],
  fields: ["report from the post menu; tick 'forward' so the home server's moderators get it too"],
  label: "report post to instance moderators",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "No central operator: each server is its own host. Reports forwarded from another server are anonymised to the remote moderators. If the admin is the abuser or silent, go to that server's web host/CDN and to the search engines. Do not map arbitrary domains to this entry.",
  source: {
    text: "https://docs.joinmastodon.org/entities/Report; https://github.com/joyeusenoelle/GuideToMastodon/blob/main/Moderation.md; https://www.github.com/mastodon/mastodon/discussions/27915",
    date: null,
    confidence: "official",
  },
} satisfies Platform;
