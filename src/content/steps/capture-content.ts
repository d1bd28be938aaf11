import type { Step } from "../../workflow/step.ts";
import { keepsNothing, live, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { withoutConsent } from "./shared/sources.ts";

export default {
  id: "capture-content",
  phase: "capture",
  order: 131,
  on: "site",
  screen: "capture",
  after: [...seen, ...ageKnown, "capture-listing"],
  concerns: live,
  doneWhen: { when: "evidence", role: ["content"] },
  notForYouWhen: [
    { when: underAge, why: "under-18" },
    { when: keepsNothing, why: "keeps-nothing" },
  ],
  title: "Take a screenshot of one page with the picture",
  why: "One page for each site shows what was there, who put it up and when.",
  how: [
    "Show the whole address, the date, the name and the words beside it.",
    "The picture may be covered here. The first file stays as it is.",
    "In the UK, do not take a screenshot of a picture that was sent to vanish. Ask the police first.",
  ],
  doneLabel: "I leave this out",
  source: withoutConsent,
} satisfies Step;
