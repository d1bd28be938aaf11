import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { imageHelplineUk } from "./shared/sources.ts";

export default {
  id: "do-not-reshare",
  phase: "safe",
  order: 40,
  on: "case",
  screen: "tick",
  after: [...seen],
  title: "Do not pass the pictures on",
  why: "Each copy is one more to take down. Sending a picture on can be a crime, even to show what was done.",
  how: [
    "Do not send them to friends, helplines or us.",
    "A helpline needs links and words, not the picture.",
    "Ask friends not to look and not to share.",
  ],
  doneLabel: "I understand",
  source: imageHelplineUk,
} satisfies Step;
