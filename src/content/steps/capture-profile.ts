import type { Step } from "../../workflow/step.ts";
import { keepsNothing, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { withoutConsent } from "./shared/sources.ts";

export default {
  id: "capture-profile",
  phase: "capture",
  order: 134,
  on: "profile",
  screen: "capture",
  after: [...seen, ...ageKnown],
  doneWhen: { when: "evidence", role: ["profile", "listing", "content", "other"] },
  notForYouWhen: [
    { when: underAge, why: "under-18" },
    { when: keepsNothing, why: "keeps-nothing" },
  ],
  title: "Take a screenshot of the fake profile",
  why: "A profile can be renamed or closed within minutes.",
  how: ["Show its whole address, its name and its picture.", "Do not follow it or write to it."],
  doneLabel: "I leave this out",
  source: withoutConsent,
} satisfies Step;
