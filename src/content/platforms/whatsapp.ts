import type { Platform } from "../types.ts";

export default {
  id: "whatsapp",
  name: "WhatsApp",
  hosts: ["whatsapp.com", "web.whatsapp.com", "wa.me", "chat.whatsapp.com"],
  reportUrl: "https://faq.whatsapp.com/1142481766359885",
  impersonationUrl: null,
  altUrls: [
    {
      purpose: "India grievance officer e-mail (another project, checked 2026-06-14)",
      url: "mailto:grievance_officer_wa@support.whatsapp.com",
    },
  ],
  formHosts: ["faq.whatsapp.com"],
  fields: ["report contact, group or message in the app"],
  label: "block and report",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "End-to-end encrypted: hash matching on messages is not possible (Take It Down FAQ: 'will not work on encrypted platforms'). Screenshot before reporting if you also choose block or delete chat.",
  source: {
    text: "several public repos naming the WhatsApp FAQ 'How to block and report someone'; https://takeitdown.ncmec.org/faq/",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Platform;
