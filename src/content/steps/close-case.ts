import type { Step } from "../../workflow/step.ts";
import { pathOver } from "./shared/gates.ts";
import { ownRule } from "./shared/sources.ts";

export default {
  id: "close-case",
  phase: "after",
  order: 900,
  on: "case",
  screen: "close",
  after: [...pathOver, "stable-baseline"],
  doneWhen: { when: "closed" },
  title: "Close this case",
  why: "Nothing is open any more. You decide what to keep and what to erase.",
  how: [
    "Keep what the police or a court may still want.",
    "Erase what you never want to see again. We say what is lost.",
    "You can open the case again.",
  ],
  doneLabel: "Close",
  source: ownRule,
} satisfies Step;
