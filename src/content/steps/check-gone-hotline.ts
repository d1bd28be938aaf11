import type { Step } from "../../workflow/step.ts";
import { liveUnderAge } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { inhope } from "./shared/sources.ts";

export default {
  id: "check-gone-hotline",
  phase: "remove",
  order: 361,
  on: "link",
  batch: "case",
  screen: "check-link",
  after: [...seen, "report-hotline"],
  concerns: liveUnderAge,
  doneWhen: { when: "link-state", is: ["gone-twice"] },
  waiting: { when: { when: "not", of: { when: "link-state", is: ["gone-twice"] } }, until: "check-due", why: "waiting" },
  otherWhys: [{ when: { when: "link-state", is: ["came-back"] }, why: "came-back" }],
  reopens: [{ by: "came-back", why: "came-back" }],
  title: "Ask the hotline if it is gone",
  why: "Do not open it. A hotline can check.",
  how: ["Write to the hotline with your number.", "Note what they tell you. It counts as gone when they said so twice."],
  doneLabel: "The hotline says it is gone",
  whys: { waiting: "Give them time. Ask again then.", "came-back": "The hotline has seen it again." },
  source: inhope,
} satisfies Step;
