import type { Step } from "../../workflow/step.ts";
import { keepsNothing, secureMayStart } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { accountChecklists } from "./shared/sources.ts";

export default {
  id: "old-devices",
  phase: "secure",
  order: 670,
  on: "case",
  screen: "tick",
  after: [...seen, "am-i-hacked", "secure-mail"],
  readyWhen: secureMayStart,
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Think of old phones and computers",
  why: "An old phone may still be signed in, with pictures on it.",
  how: [
    "If someone could hurt you, talk to an abuse helpline before you change this. They may notice.",
    "Remove old devices from your accounts.",
    "Find out who has them now. Do not ask someone who could hurt you.",
  ],
  doneLabel: "I have looked",
  source: accountChecklists,
} satisfies Step;
