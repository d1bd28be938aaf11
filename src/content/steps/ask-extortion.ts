import type { Step } from "../../workflow/step.ts";
import { extortionGuides } from "./shared/sources.ts";

export default {
  id: "ask-extortion",
  phase: "safe",
  order: 30,
  on: "case",
  screen: "question",
  asks: { fact: "extortion" },
  after: ["ask-happened", "safety-plan"],
  doneWhen: { when: "asked", fact: "extortion" },
  title: "Is anyone asking you for money, more pictures or anything else?",
  why: "If so, a few steps come before all others.",
  how: ["It counts if they hint at it.", "You can skip this. Then we stay careful."],
  doneLabel: "Save my answer",
  source: extortionGuides,
} satisfies Step;
