import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { chayn } from "./shared/sources.ts";

export default {
  id: "helping-someone",
  phase: "safe",
  order: 45,
  on: "case",
  screen: "tick",
  after: ["ask-role", ...seen],
  concerns: { when: "fact", fact: "role", is: ["helping"] },
  title: "Helping someone: they decide",
  why: "They lost control over a picture. Each choice you leave to them gives some of it back.",
  how: ["Do only what they ask for.", "Ask for links, not for the picture.", "Some sites want a signed note that you may act for them."],
  doneLabel: "I understand",
  source: chayn,
} satisfies Step;
