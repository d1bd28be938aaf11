import type { HashService } from "../types.ts";

export default {
  id: "i4c-hash-bank",
  name: "I4C NCII hash bank (India)",
  url: "https://cybercrime.gov.in/",
  createCaseUrl: null,
  for: "complaints made through the Indian national portal / 1930",
  notFor: null,
  operator: "Indian Cybercrime Coordination Centre",
  howItWorks: ["platforms share hashes of flagged content through the Sahyog portal; no public upload"],
  hashTypes: [],
  participants: [],
  participantsNote: null,
  limits: [],
  confusion: null,
  plain: {
    for: "People who told the Indian police site about it, or called 1930.",
    notFor: null,
    how: ["Sites in India share codes of such pictures. You cannot send one in yourself."],
    limits: [],
    sites: null,
    confusion: null,
  },
  source: {
    text: "https://particle.news/story/meity-issues-sop-mandating-24-hour-takedowns-of-non-consensual-intimate-images",
    date: "2025-11-11",
    confidence: "thirdParty",
  },
} satisfies HashService;
