import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { fbiAssistance } from "./shared/sources.ts";

export default {
  id: "only-official-help",
  phase: "remove",
  order: 300,
  on: "case",
  screen: "tick",
  after: [...seen],
  title: "Use only official help, and never pay for it",
  why: "People who sell takedowns often take the money and do nothing, or work with those who did this.",
  how: [
    "Sites, hotlines and helplines do not take money for this.",
    "Nobody honest asks for your password, a code or the picture.",
    "Do not answer people who write to you first with an offer.",
  ],
  doneLabel: "I understand",
  source: fbiAssistance,
} satisfies Step;
