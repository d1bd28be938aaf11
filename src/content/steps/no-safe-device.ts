import type { Step } from "../../workflow/step.ts";
import { notWatched } from "./shared/conditions.ts";
import { appleSafety } from "./shared/sources.ts";

export default {
  id: "no-safe-device",
  phase: "safe",
  order: 27,
  on: "case",
  screen: "tick",
  after: ["ask-safer-device", "safety-plan"],
  concerns: {
    when: "all",
    of: [
      { when: "not", of: notWatched },
      { when: "fact", fact: "saferDevice", is: ["no"] },
    ],
  },
  title: "No safe phone: what you can still do",
  why: "Others can act for you without this phone. What is stored here could be found.",
  how: [
    "Learn a helpline's number by heart, or write it where nobody looks.",
    "Ask a friend for their phone, or use a computer at a library.",
    "Keep the chat. Do not delete it.",
    "Store nothing here.",
  ],
  doneLabel: "I know what to do",
  source: appleSafety,
} satisfies Step;
