import type { Step } from "../../workflow/step.ts";
import { keepsNothing, live, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { withoutConsent } from "./shared/sources.ts";

export default {
  id: "capture-listing",
  phase: "capture",
  order: 130,
  on: "site",
  screen: "capture",
  after: [...seen, ...ageKnown, "add-links", "about-the-site"],
  concerns: live,
  doneWhen: { when: "evidence", role: ["listing"] },
  notForYouWhen: [
    { when: underAge, why: "under-18" },
    { when: keepsNothing, why: "keeps-nothing" },
  ],
  title: "Take a screenshot of the page that lists it",
  why: "A report can make the page vanish, and with it what shows that it was there.",
  how: [
    "Show the search or profile page that leads to it, small pictures and all.",
    "The whole address and the date should be visible.",
    "Show the name of the person who put it up.",
    "Someone you trust can do this for you.",
  ],
  doneLabel: "I have no such page",
  source: withoutConsent,
} satisfies Step;
