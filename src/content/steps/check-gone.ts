import type { Step } from "../../workflow/step.ts";
import { liveAdult } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { chayn } from "./shared/sources.ts";

export default {
  id: "check-gone",
  phase: "remove",
  order: 360,
  on: "link",
  batch: "site",
  screen: "check-link",
  after: [...seen, ...ageKnown, "report-upload", "report-host"],
  concerns: liveAdult,
  doneWhen: { when: "link-state", is: ["gone-twice"] },
  waiting: { when: { when: "not", of: { when: "link-state", is: ["gone-twice"] } }, until: "check-due", why: "waiting" },
  otherWhys: [
    { when: { when: "link-state", is: ["gone-once"] }, why: "second-look" },
    { when: { when: "link-state", is: ["came-back"] }, why: "came-back" },
    { when: { when: "link-state", is: ["said-removed"] }, why: "said-removed" },
  ],
  reopens: [{ by: "came-back", why: "came-back" }],
  title: "Check if it is gone",
  why: "Many sites take a page down and do not tell you. It counts as gone when it was seen gone twice.",
  how: [
    "Open the link in a private window, or ask someone you trust.",
    "A hotline can check for you.",
    "Note: gone, still there, or can't tell.",
  ],
  doneLabel: "It is gone",
  whys: {
    waiting: "Give them time. Look again then.",
    "second-look": "It was gone at the first look. One more look, since pages can come back.",
    "came-back": "It was gone and has been seen again.",
    "said-removed": "They say it is removed. Look for yourself.",
  },
  source: chayn,
} satisfies Step;
