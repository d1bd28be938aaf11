import type { Step } from "../../workflow/step.ts";
import { keepsNothing } from "./shared/conditions.ts";
import { pathOver } from "./shared/gates.ts";
import { accountChecklists } from "./shared/sources.ts";

export default {
  id: "stable-baseline",
  phase: "after",
  order: 830,
  on: "case",
  screen: "tick",
  after: [...pathOver, "expect-answer", "follow-up", "escalate", "durable-security", "fewer-shared-accounts", "cloud-backup-review"],
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  reopens: [
    { by: "account", why: "new-account" },
    { by: "report", why: "new-report" },
  ],
  title: "See that all is in place",
  why: "All accounts have been checked, and no report waits for you.",
  how: ["Go through your accounts once more.", "Go through your reports once more."],
  doneLabel: "All is in place",
  whys: { "new-account": "There is a new account since you last looked.", "new-report": "There is a new report since you last looked." },
  source: accountChecklists,
} satisfies Step;
