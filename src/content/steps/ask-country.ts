import type { Step } from "../../workflow/step.ts";
import { careful, notExtorted } from "./shared/conditions.ts";
import { safetySeen } from "./shared/gates.ts";
import { ownRule } from "./shared/sources.ts";

export default {
  id: "ask-country",
  phase: "safe",
  order: 33.5,
  on: "case",
  screen: "question",
  asks: { fact: "country" },
  orderWhen: { when: notExtorted, order: 112 },
  after: [...safetySeen, "keep-the-chat"],
  concerns: { when: "any", of: [{ when: "not", of: notExtorted }, { when: "count", of: "removals", atLeast: 1 }, careful] },
  doneWhen: { when: "asked", fact: "country" },
  title: "Which country are you in?",
  why: "Laws, police advice and helplines differ from country to country.",
  how: ["We only use it to choose what we show you.", "You can skip this."],
  doneLabel: "Save my answer",
  source: ownRule,
} satisfies Step;
