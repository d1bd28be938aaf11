import type { Step } from "../../workflow/step.ts";
import { keepsNothing } from "./shared/conditions.ts";
import { pathOver } from "./shared/gates.ts";
import { accountChecklists } from "./shared/sources.ts";

export default {
  id: "cloud-backup-review",
  phase: "after",
  order: 820,
  on: "case",
  screen: "tick",
  after: [...pathOver],
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Look through your cloud backups",
  why: "Backups can hold pictures and chats you thought were gone.",
  how: [
    "See which apps are backed up, and where to.",
    "Keep what you may still need for the police or a court.",
    "Ask a lawyer before you delete anything that shows what was done.",
  ],
  doneLabel: "I have looked",
  source: accountChecklists,
} satisfies Step;
