import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { minorGuides } from "./shared/sources.ts";

export default {
  id: "for-a-parent",
  phase: "safe",
  order: 43,
  on: "case",
  screen: "tick",
  after: ["ask-role", ...seen],
  concerns: { when: "fact", fact: "role", is: ["child"] },
  title: "For a parent: what to do first",
  why: "A child who feels safe with you will tell you more, and the phone holds what the police may need.",
  how: [
    "Do not look, save, forward, wipe the phone or answer them.",
    "Tell your child it is not their fault.",
    "Ask only what you need: where it is, and who has it.",
  ],
  doneLabel: "I understand",
  source: minorGuides,
} satisfies Step;
