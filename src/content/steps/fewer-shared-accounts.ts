import type { Step } from "../../workflow/step.ts";
import { keepsNothing } from "./shared/conditions.ts";
import { pathOver } from "./shared/gates.ts";
import { appleSafety } from "./shared/sources.ts";

export default {
  id: "fewer-shared-accounts",
  phase: "after",
  order: 810,
  on: "case",
  screen: "tick",
  after: [...pathOver],
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Share fewer accounts",
  why: "A shared account shows more than one thinks: places, pictures, what you watch.",
  how: [
    "List what you share with others: films, music, family plans, maps.",
    "Leave those you no longer want. If that could anger someone, plan it first.",
  ],
  doneLabel: "I have looked",
  source: appleSafety,
} satisfies Step;
