import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { chayn } from "./shared/sources.ts";

export default {
  id: "expect-answer",
  phase: "remove",
  order: 350,
  on: "report",
  screen: "follow-report",
  after: [...seen],
  doneWhen: { when: "report-state", is: ["answered", "followed", "over"] },
  waiting: { when: { when: "always" }, until: "answer-due", why: "waiting" },
  title: "See if they have answered",
  why: "The time that the notice asked for, or a week, is over. Many sites act without an answer.",
  how: [
    "Look in your mail, also under junk.",
    "Note what they said, or that nothing came.",
    "Note what they say about the page. You need not open it.",
  ],
  doneLabel: "Note the answer",
  whys: { waiting: "It is their turn. You need not do anything until then." },
  source: chayn,
} satisfies Step;
