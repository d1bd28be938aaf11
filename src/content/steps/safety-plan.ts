import type { Step } from "../../workflow/step.ts";
import { noDanger } from "./shared/conditions.ts";
import { appleSafety } from "./shared/sources.ts";

export default {
  id: "safety-plan",
  phase: "safe",
  order: 20,
  on: "case",
  screen: "tick",
  after: ["ask-danger"],
  notForYouWhen: [{ when: noDanger, why: "no-danger" }],
  title: "Make a safety plan first",
  why: "You need not cut contact today. Plan it with an abuse helpline.",
  how: [
    'Tap "Talk to someone now" to find a line in your country.',
    "Ask what could happen when the other person learns that you act.",
    "Agree on a safe place, a safe phone and a word that means help.",
    "If you are in danger right now, call the emergency number.",
  ],
  doneLabel: "I have a plan",
  whys: { "no-danger": "You said nobody could hurt you over this." },
  source: appleSafety,
} satisfies Step;
