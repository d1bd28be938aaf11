import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { stopNcii } from "./shared/sources.ts";

export default {
  id: "fake-picture",
  phase: "remove",
  order: 303,
  on: "picture",
  screen: "tick",
  after: [...seen, "describe-picture"],
  concerns: { when: "picture-shows", is: ["fake"] },
  title: "A fake counts too",
  why: "Many sites and laws treat a fake intimate picture like a real one.",
  how: [
    'Choose "fake" or "made with AI" where the form has it.',
    "You need not show how it was made.",
    "A normal photo of you can help to show that the face is yours. Only send it inside an official form.",
  ],
  doneLabel: "I understand",
  source: stopNcii,
} satisfies Step;
