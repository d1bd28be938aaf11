import type { Step } from "../../workflow/step.ts";
import { keepsNothing, secureMayStartOrNow, someoneIsIn } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { accountChecklists } from "./shared/sources.ts";

export default {
  id: "add-accounts",
  phase: "secure",
  order: 605,
  on: "case",
  screen: "account",
  orderWhen: { when: someoneIsIn, order: 71 },
  after: [...seen],
  readyWhen: secureMayStartOrNow,
  doneWhen: { when: "count", of: "accounts", atLeast: 1 },
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "List your accounts",
  why: "One account can open the next. The list shows where to start.",
  how: ["Mail first, then cloud, phone, social apps and bank.", "Note which account can reset which."],
  doneLabel: "That is all",
  source: accountChecklists,
} satisfies Step;
