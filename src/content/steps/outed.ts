import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { chayn } from "./shared/sources.ts";

export default {
  id: "outed",
  phase: "remove",
  order: 305,
  on: "picture",
  screen: "tick",
  after: [...seen, "describe-picture"],
  concerns: { when: "picture-shows", is: ["outs-me", "no-religious-dress", "underwear"] },
  title: "When it is private, but not nude",
  why: "Some forms ask for nudity. Privacy or harassment forms fit better here.",
  how: [
    'Choose "privacy" or "harassment" in the form.',
    "Write that it is private and was shared without your consent.",
    "Do not write about faith or whom you love. No report needs it.",
  ],
  doneLabel: "I understand",
  source: chayn,
} satisfies Step;
