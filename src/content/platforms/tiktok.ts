import type { Platform } from "../types.ts";

export default {
  id: "tiktok",
  name: "TikTok",
  hosts: ["tiktok.com", "vm.tiktok.com", "vt.tiktok.com"],
  reportUrl: "https://www.tiktok.com/legal/report/privacy",
  impersonationUrl: "https://www.tiktok.com/legal/report/impersonation",
  altUrls: [
    {
      purpose: "copyright",
      url: "https://www.tiktok.com/legal/report/Copyright",
    },
    {
      purpose: "EU/UK data-protection officer, after the form failed",
      url: "mailto:privacy_dpo_eu@tiktok.com",
    },
  ],
  formHosts: ["www.tiktok.com"],
  fields: ["URL of the video", "why it violates your privacy", "contact details"],
  label: "Image-Based Sexual Abuse (guidelines) / privacy (form)",
  hashMatching: ["StopNCII"],
  responseTime: "US law 48 hours after a valid request",
  accountNeeded: null,
  reporterExposure: null,
  note: null,
  source: {
    text: "github:chaynHQ/tools lib/platform-reporting-channels (MIT); github:chaynHQ/tools lib/platform-policies (machine-checked 2026-07-04, quoting the platform page) https://www.tiktok.com/community-guidelines/en/safety-civility; hash list: https://news.linkzpulse.com/?p=154425 (copy of WIRED, 'How to Make Apps and Websites Remove Your Nonconsensual Nudes')",
    date: "2026-07-15",
    confidence: "ngo",
  },
} satisfies Platform;
