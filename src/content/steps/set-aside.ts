import type { Step } from "../../workflow/step.ts";
import { live } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { ownRule } from "./shared/sources.ts";

export default {
  id: "set-aside",
  phase: "remove",
  order: 365,
  on: "link",
  batch: "site",
  screen: "links",
  optional: true,
  after: [...seen, "escalate"],
  concerns: {
    when: "all",
    of: [live, { when: "link-state", is: ["ladder-end"] }, { when: "not", of: { when: "link-state", is: ["gone-once"] } }],
  },
  title: "You may set these links aside",
  why: "Every step of the ladder has been tried. You may stop here for now.",
  how: ["Search engines may still leave the page out.", "A lawyer may see other ways.", "You can take a link up again at any time."],
  doneLabel: "I want to go on",
  source: ownRule,
} satisfies Step;
