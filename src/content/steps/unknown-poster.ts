import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { ownRule } from "./shared/sources.ts";

export default {
  id: "unknown-poster",
  phase: "capture",
  order: 151,
  on: "case",
  screen: "tick",
  after: ["ask-poster-known", ...seen],
  concerns: { when: "fact", fact: "posterKnown", is: ["no"] },
  title: "You do not need to know who it was",
  why: "Sites act on what is shown, not on who put it up.",
  how: [
    "Do not try to find out by writing to them.",
    "Keep the user names. The police can ask the site who it was.",
    "Be wary of anyone who offers to find the person for money.",
  ],
  doneLabel: "I understand",
  source: ownRule,
} satisfies Step;
