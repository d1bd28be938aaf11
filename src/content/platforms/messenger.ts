import type { Platform } from "../types.ts";

export default {
  id: "messenger",
  name: "Messenger",
  hosts: ["messenger.com", "m.me"],
  reportUrl: "https://www.meta.com/help/policies/1437976901029950/",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["www.meta.com"],
  fields: ["report the message, photo or whole conversation inside the chat"],
  label: "Non-Consensual Intimate Images (NCII)",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure:
    "Meta may review up to 30 of the most recent messages of a reported conversation; deleted/unsent/edited messages can be included; reported account is not told who reported",
  note: null,
  source: {
    text: "github:chaynHQ/tools lib/platform-policies (machine-checked 2026-07-04, quoting the platform page) https://www.meta.com/help/policies/1437976901029950/",
    date: "2026-07-04",
    confidence: "ngo",
  },
} satisfies Platform;
