import type { Step } from "../../workflow/step.ts";
import { keepsNothing, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { evidenceLog } from "./shared/sources.ts";

export default {
  id: "capture-place",
  phase: "capture",
  order: 133,
  on: "place",
  screen: "capture",
  after: [...seen, ...ageKnown],
  doneWhen: { when: "evidence", role: ["listing", "content", "chat", "profile", "other"] },
  notForYouWhen: [
    { when: underAge, why: "under-18" },
    { when: keepsNothing, why: "keeps-nothing" },
  ],
  title: "Keep what you can already see of the group",
  why: "Its name, its admins and their numbers let the app's team find it.",
  how: [
    "Take a screenshot of the group's page and of the messages you were sent.",
    "Never join to look.",
    "Show numbers or user names, not the names from your contacts.",
  ],
  doneLabel: "I have nothing to show",
  source: evidenceLog,
} satisfies Step;
