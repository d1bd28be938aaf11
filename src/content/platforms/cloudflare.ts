import type { Platform } from "../types.ts";

export default {
  id: "cloudflare",
  name: "Cloudflare (abuse; usually not the host)",
  hosts: [],
  reportUrl: "https://www.cloudflare.com/abuse/",
  impersonationUrl: null,
  altUrls: [],
  formHosts: ["www.cloudflare.com"],
  fields: [
    "specific URL(s)",
    "exact location on the page",
    "category: Non-Consensual Sexually Explicit Imagery (NCSEI)",
    "choose whether the report and your name go to the website owner / host",
  ],
  label: "Non-Consensual Sexually Explicit Imagery (NCSEI)",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure:
    "DANGER: reports are forwarded to the website OPERATOR and the host by default; for some categories you can direct Cloudflare not to forward to the operator. Use a new e-mail and no real name where the form allows, and never send this when the site owner may be the abuser without that choice.",
  note: "Cannot remove content it does not host, but tells the host the origin address. E-mail complaints are not processed. Own no user content hosts: match by DNS, which an offline app cannot do.",
  source: {
    text: "https://www.cloudflare.com/ko-kr/trust-hub/reporting-abuse/; https://0x1.co/help/article/cloud-flare-report-reverse-proxy-passthrough-security-CDN-services",
    date: "2024-02-05",
    confidence: "official",
  },
} satisfies Platform;
