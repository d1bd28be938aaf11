import type { Step } from "../../workflow/step.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { platformRules } from "./shared/sources.ts";

export default {
  id: "check-place",
  phase: "remove",
  order: 362,
  on: "place",
  screen: "check-link",
  after: [...seen, ...ageKnown, "report-place", "report-place-hotline"],
  doneWhen: { when: "link-state", is: ["gone-twice"] },
  waiting: { when: { when: "not", of: { when: "link-state", is: ["gone-twice"] } }, until: "check-due", why: "waiting" },
  otherWhys: [
    { when: { when: "link-state", is: ["gone-once"] }, why: "second-look" },
    { when: { when: "link-state", is: ["came-back"] }, why: "came-back" },
  ],
  reopens: [{ by: "came-back", why: "came-back" }],
  title: "Find out if the group is gone",
  why: "A group can be closed without a word to you. It counts as gone when it was seen gone twice.",
  how: ["Do not join to look. Ask a helpline, a hotline or a member you trust.", "If anyone was under 18, leave it to the hotline."],
  doneLabel: "It is gone",
  whys: {
    waiting: "Give them time. Look again then.",
    "second-look": "It was gone once. One more look, since groups can come back.",
    "came-back": "It was gone and has been seen again.",
  },
  source: platformRules,
} satisfies Step;
