import type { Words } from "../types.ts";

export const caseWords = {
  "case.heading": "Your case",
  "case.links": "Links",
  "case.places": "Groups and channels",
  "case.pictures": "Pictures",
  "case.evidence": "Evidence",
  "case.reports": "Reports",
  "case.accounts": "Accounts",
  "case.messages": "Messages",
  "case.profiles": "Fake profiles",
  "case.people": "People",
  "case.add-links": "Add links",
  "case.empty": "What you add is counted here.",
  "case.settings": "Settings",
  "case.answers": "Your answers",
  "case.answers-lead": "You can change an answer. What you said before stays in the record.",
  "case.closed": "This case is closed.",
  "case.reopen": "Open it again",
  "case.opened-on": "Started {date}",
} as const satisfies Words;
