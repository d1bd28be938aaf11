import type { Platform } from "../types.ts";

export default {
  id: "facebook",
  name: "Facebook",
  hosts: ["facebook.com", "m.facebook.com", "fb.com", "fb.watch", "fb.me"],
  reportUrl: "https://www.facebook.com/help/contact/634636250523119",
  impersonationUrl: "https://www.facebook.com/help/contact/295309487309948",
  altUrls: [
    {
      purpose: "Meta help page: how to report NCII (all Meta apps, incl. without account)",
      url: "https://www.meta.com/help/policies/1437976901029950/",
    },
    {
      purpose: "privacy (non-intimate photo/video)",
      url: "https://www.facebook.com/help/contact/567360146613371",
    },
    {
      purpose: "copyright (only if you took the image)",
      url: "https://www.facebook.com/help/contact/634636770043106",
    },
    {
      purpose: "Meta request form seen by another project 2026-06-14",
      url: "https://help.meta.com/requests/1371776380779082/",
    },
  ],
  formHosts: ["help.meta.com", "www.facebook.com", "www.meta.com"],
  fields: ["location/URL of each post", "statement that you are depicted and did not consent", "contact details"],
  label: "Non-Consensual Intimate Images (NCII)",
  hashMatching: ["StopNCII", "Take It Down"],
  responseTime: "Meta: 'as quickly as possible', no time stated; US TAKE IT DOWN Act: 48 hours after a valid request",
  accountNeeded: false,
  reporterExposure: "Meta page: 'Your identity will be kept confidential throughout the process'; authorised representative accepted",
  note: null,
  source: {
    text: "github:chaynHQ/tools lib/platform-reporting-channels (MIT); github:chaynHQ/tools lib/platform-policies (machine-checked 2026-07-04, quoting the platform page) https://www.meta.com/help/policies/1437976901029950/",
    date: "2026-07-15",
    confidence: "ngo",
  },
} satisfies Platform;
