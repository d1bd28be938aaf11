import type { Step } from "../../workflow/step.ts";
import { underAge } from "./shared/conditions.ts";
import { reportReady } from "./shared/gates.ts";
import { platformRules } from "./shared/sources.ts";

export default {
  id: "report-place",
  phase: "remove",
  order: 324,
  on: "place",
  screen: "report",
  after: [...reportReady, "capture-place", "inside-a-chat", "filmed-secretly"],
  doneWhen: { when: "link-state", is: ["reported"] },
  notForYouWhen: [{ when: underAge, why: "under-18" }],
  otherWhys: [{ when: { when: "link-state", is: ["came-back"] }, why: "came-back" }],
  reopens: [{ by: "came-back", why: "came-back" }],
  title: "Report the group or channel",
  why: "The app's team can find it by its name, its invite and its admins.",
  how: ["Use the report button in the app, or the form.", "Do not join and do not post there.", "Note the time and the answer."],
  doneLabel: "I reported it elsewhere",
  whys: { "came-back": "It was gone and has been seen again. So it needs a new report." },
  source: platformRules,
} satisfies Step;
