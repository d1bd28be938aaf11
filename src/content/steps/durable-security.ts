import type { Step } from "../../workflow/step.ts";
import { keepsNothing } from "./shared/conditions.ts";
import { pathOver } from "./shared/gates.ts";
import { accountChecklists } from "./shared/sources.ts";

export default {
  id: "durable-security",
  phase: "after",
  order: 800,
  on: "case",
  screen: "tick",
  after: [...pathOver],
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Keep it safe for the long run",
  why: "A few habits make the next attempt harder.",
  how: [
    "Use a password manager.",
    "Keep the second step at sign-in on.",
    "Keep phones and apps up to date.",
    "Keep the recovery codes on paper, in a safe place.",
  ],
  doneLabel: "Done",
  source: accountChecklists,
} satisfies Step;
