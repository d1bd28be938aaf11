import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { ownRule } from "./shared/sources.ts";

export default {
  id: "ask-role",
  phase: "safe",
  order: 42,
  on: "case",
  screen: "question",
  asks: { fact: "role" },
  after: [...seen],
  doneWhen: { when: "asked", fact: "role" },
  title: "Who is this for?",
  why: "The steps differ a little for a child, a pupil or a friend.",
  how: ["Me, my child, someone I help, or someone at my school."],
  doneLabel: "Save my answer",
  source: ownRule,
} satisfies Step;
