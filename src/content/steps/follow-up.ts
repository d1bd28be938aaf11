import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { chayn } from "./shared/sources.ts";

export default {
  id: "follow-up",
  phase: "remove",
  order: 351,
  on: "report",
  screen: "follow-report",
  after: [...seen, "expect-answer"],
  concerns: { when: "report-state", is: ["needs-more"] },
  doneWhen: { when: "report-state", is: ["followed", "over"] },
  reopens: [{ by: "answer", why: "asked-again" }],
  title: "Give them what they asked for",
  why: "They want more before they act. A short answer with the ticket number is enough.",
  how: [
    "Answer in the same mail or form.",
    "Give only what is needed. Cover the rest of an identity card.",
    "Never send the picture by mail.",
  ],
  doneLabel: "I have answered",
  whys: { "asked-again": "They have asked for more once again." },
  source: chayn,
} satisfies Step;
