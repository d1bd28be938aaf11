import type { Step } from "../../workflow/step.ts";
import { ownRule } from "./shared/sources.ts";

export default {
  id: "ask-happened",
  phase: "safe",
  order: 12,
  on: "case",
  screen: "question",
  asks: { fact: "happened" },
  after: [],
  doneWhen: { when: "asked", fact: "happened" },
  title: "What has happened?",
  why: "It tells us which steps you need and which you can leave out.",
  how: ["Posted, threatened, both, not sure, or something else.", "You can change the answer later."],
  doneLabel: "Save my answer",
  source: ownRule,
} satisfies Step;
