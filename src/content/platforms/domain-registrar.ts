import type { Platform } from "../types.ts";

export default {
  id: "domain-registrar",
  name: "Domain registrar",
  hosts: [],
  reportUrl: null,
  impersonationUrl: null,
  altUrls: [],
  formHosts: [],
  fields: ["domain", "URLs", "nature of abuse"],
  label: "abuse",
  hashMatching: [],
  responseTime: null,
  accountNeeded: null,
  reporterExposure: null,
  note: "Registrars must publish an abuse address but usually do not control content; last step. In India registrars must act under the NCII procedure.",
  source: {
    text: "https://www.name.com/policies/filing-a-dmca; http://www.mondaq.com/unitedstates/x/730736/",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Platform;
