import type { Step } from "../../workflow/step.ts";
import { keepsNothing, live, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { withoutConsent } from "./shared/sources.ts";

export default {
  id: "capture-more",
  phase: "capture",
  order: 132,
  on: "link",
  batch: "site",
  screen: "capture",
  optional: true,
  after: [...seen, ...ageKnown, "capture-content"],
  concerns: live,
  doneWhen: {
    when: "any",
    of: [
      { when: "evidence", role: ["content"] },
      { when: "link-state", is: ["gone-once"] },
    ],
  },
  notForYouWhen: [
    { when: underAge, why: "under-18" },
    { when: keepsNothing, why: "keeps-nothing" },
  ],
  otherWhys: [{ when: { when: "link-state", is: ["came-back"] }, why: "came-back" }],
  title: "Take screenshots of the other pages, if you want",
  why: "Each page can help with the police or a court. You need not look at all of them.",
  how: ["Do as many as feel right, or ask someone you trust.", "You can go on without it."],
  doneLabel: "Enough for this site",
  whys: { "came-back": "It was gone and has been seen again." },
  source: withoutConsent,
} satisfies Step;
