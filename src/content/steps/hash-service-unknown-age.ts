import type { Step } from "../../workflow/step.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { inhope } from "./shared/sources.ts";

export default {
  id: "hash-service-unknown-age",
  phase: "remove",
  order: 335,
  on: "picture",
  screen: "tick",
  after: [...seen, ...ageKnown, "ask-country", "leave-the-phone"],
  concerns: { when: "picture-age", is: ["unknown", "unanswered"] },
  title: "Age not known: ask a hotline",
  why: "The service depends on the age. A hotline can tell you which one is right.",
  how: ["Say that you do not know how old everyone was.", "Send no picture."],
  doneLabel: "I have asked them",
  source: inhope,
} satisfies Step;
