import type { Hardening } from "../types.ts";

export default {
  id: "7-icloud-sharing",
  order: 7,
  provider: "Apple iCloud",
  setting:
    "Photos: Shared Albums and Shared Library (Apple warns that ending sharing can lose your access to shared photos: export your own first)",
  plain: "Photos: Shared Albums and Shared Library. If you stop sharing, you can lose shared photos. Save your own first.",
  url: null,
  source: {
    text: "Apple Personal Safety User Guide copy, https://www.scribd.com/document/754700940/personal-safety-user-guide",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Hardening;
