import type { Step } from "../../workflow/step.ts";
import { liveAdult } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { chayn } from "./shared/sources.ts";

export default {
  id: "recheck",
  phase: "reduce",
  order: 420,
  on: "link",
  batch: "case",
  screen: "check-link",
  after: [...seen, ...ageKnown, "check-gone"],
  concerns: { when: "all", of: [liveAdult, { when: "link-state", is: ["gone-twice"] }] },
  doneWhen: { when: "link-state", is: ["long-gone"] },
  waiting: { when: { when: "always" }, until: "recheck-due", why: "waiting" },
  reopens: [{ by: "gone", why: "more" }],
  title: "Look once more",
  why: "Pages can come back. We remind you after 2, 7, 14, 30 and 90 days.",
  how: ["Look at the link, or ask someone you trust.", "Search for your name once more.", "Add what is new."],
  doneLabel: "I stop looking",
  whys: { waiting: "It is gone for now. The next look is then." },
  source: chayn,
} satisfies Step;
