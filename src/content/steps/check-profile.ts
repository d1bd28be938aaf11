import type { Step } from "../../workflow/step.ts";
import { underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { platformRules } from "./shared/sources.ts";

export default {
  id: "check-profile",
  phase: "remove",
  order: 363,
  on: "profile",
  screen: "profile",
  after: [...seen, ...ageKnown, "report-impersonation"],
  doneWhen: { when: "link-state", is: ["gone-twice"] },
  notForYouWhen: [{ when: underAge, why: "under-18" }],
  waiting: { when: { when: "not", of: { when: "link-state", is: ["gone-twice"] } }, until: "check-due", why: "waiting" },
  otherWhys: [
    { when: { when: "link-state", is: ["gone-once"] }, why: "second-look" },
    { when: { when: "link-state", is: ["came-back"] }, why: "came-back" },
  ],
  reopens: [{ by: "came-back", why: "came-back" }],
  title: "Check if the fake profile is gone",
  why: "It counts as gone when it was seen gone twice.",
  how: ["Look without logging in, or ask someone you trust.", "Look for the same name on other apps."],
  doneLabel: "It is gone",
  whys: {
    waiting: "Give them time. Look again then.",
    "second-look": "It was gone once. One more look, since profiles can come back.",
    "came-back": "It was gone and has been seen again.",
  },
  source: platformRules,
} satisfies Step;
