import type { Step } from "../../workflow/step.ts";
import { notWatched } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { accountChecklists } from "./shared/sources.ts";

export default {
  id: "ask-access",
  phase: "safe",
  order: 50,
  on: "case",
  screen: "question",
  asks: { fact: "access" },
  after: ["ask-watched", ...seen],
  doneWhen: { when: "asked", fact: "access" },
  notForYouWhen: [{ when: notWatched, why: "not-watched" }],
  title: "Is someone in one of your accounts right now?",
  why: "If so, we first write down what they changed, and then shut them out.",
  how: ["Signs: mails you did not read are marked as read, a device you do not know, a password that no longer works."],
  doneLabel: "Save my answer",
  source: accountChecklists,
} satisfies Step;
