import type { HashService } from "../types.ts";

export default {
  id: "project-arachnid",
  name: "Project Arachnid (Canada)",
  url: "http://www.texted.ca/app/en/",
  createCaseUrl: null,
  for: "under-18 images",
  notFor: null,
  operator: "Canadian Centre for Child Protection",
  howItWorks: ["support team sends removal notices to platforms through Arachnid"],
  hashTypes: [],
  participants: [],
  participantsNote: null,
  limits: [],
  confusion: null,
  plain: {
    for: "Pictures of someone under 18.",
    notFor: null,
    how: ["Its team asks sites to take them down."],
    limits: [],
    sites: null,
    confusion: null,
  },
  source: {
    text: "http://www.texted.ca/app/en/",
    date: null,
    confidence: "ngo",
  },
} satisfies HashService;
