import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { ownRule } from "./shared/sources.ts";

export default {
  id: "ask-poster-known",
  phase: "capture",
  order: 150,
  on: "case",
  screen: "question",
  asks: { fact: "posterKnown" },
  after: [...seen],
  doneWhen: { when: "asked", fact: "posterKnown" },
  title: "Do you know who did this?",
  why: "It matters for the police. Takedowns work without it.",
  how: ["You need not be sure.", "Do not ask the person."],
  doneLabel: "Save my answer",
  source: ownRule,
} satisfies Step;
