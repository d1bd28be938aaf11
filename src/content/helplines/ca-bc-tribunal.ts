import type { Helpline } from "../types.ts";

export default {
  id: "ca-bc-tribunal",
  country: "CA",
  name: "Civil Resolution Tribunal (British Columbia), intimate images",
  url: "https://civilresolutionbc.ca/",
  phone: null,
  hours: null,
  for: "protection order to delete/de-index, no fee; damages up to C$75,000 since 2026-03-18; 14+ may apply alone",
  plain:
    "An order to delete it or take it out of search results. No fee. From age 14 you can ask alone. Since March 2026 you can be paid up to C$75,000 for the harm.",
  kind: "legal",
  note: null,
  source: {
    text: "https://civilresolutionbc.ca/blog/maximum-compensation-in-intimate-images-claims-increases-to-75000/; https://www.bclaws.gov.bc.ca/civix/document/id/complete/statreg/293_2023/",
    date: "2026-03-18",
    confidence: "official",
  },
} satisfies Helpline;
