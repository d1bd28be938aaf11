import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { ownRule } from "./shared/sources.ts";

export default {
  id: "filmed-secretly",
  phase: "safe",
  order: 302,
  on: "picture",
  screen: "tick",
  after: [...seen, "describe-picture"],
  concerns: { when: "picture-shows", is: ["filmed-secretly"] },
  title: "If there may be a hidden camera",
  why: "Do not touch the camera. Leave. Tell police if it is safe.",
  how: [
    "It may hold traces of who put it there.",
    "Do not tell the person that you found it.",
    "Make a safety plan if you live with them.",
  ],
  doneLabel: "I understand",
  source: ownRule,
} satisfies Step;
