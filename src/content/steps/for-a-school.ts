import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { minorGuides } from "./shared/sources.ts";

export default {
  id: "for-a-school",
  phase: "safe",
  order: 44,
  on: "case",
  screen: "tick",
  after: ["ask-role", ...seen],
  concerns: { when: "fact", fact: "role", is: ["school"] },
  title: "For a school: what to do first",
  why: "A copy made at school can hurt the pupil again, and it can be a crime.",
  how: ["Ask for the safeguarding lead.", "Nobody should view or copy it.", "Keep the phone safe and switched as it is. Do not search it."],
  doneLabel: "I understand",
  source: minorGuides,
} satisfies Step;
