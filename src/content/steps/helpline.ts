import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { imageHelplineUk } from "./shared/sources.ts";

export default {
  id: "helpline",
  phase: "support",
  order: 62,
  on: "case",
  screen: "tick",
  optional: true,
  after: [...seen],
  title: "Talk to a helpline",
  why: "They have done this with many people. Some can reach sites faster than you can.",
  how: [
    'Tap "Talk to someone now" for numbers in your country.',
    "Have your links ready. Never send the picture.",
    "Ask if you can stay without a name.",
  ],
  doneLabel: "I have talked to them",
  source: imageHelplineUk,
} satisfies Step;
