import type { Step } from "../../workflow/step.ts";
import { keepsNothing, secureMayStartOrNow, someoneIsIn } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { withoutConsent } from "./shared/sources.ts";

export default {
  id: "record-access-first",
  phase: "secure",
  order: 610,
  on: "account",
  screen: "account",
  orderWhen: { when: someoneIsIn, order: 72 },
  after: [...seen],
  readyWhen: secureMayStartOrNow,
  doneWhen: { when: "account-check", all: ["recorded"] },
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Write down what you see before you change it",
  why: "Once you sign others out, the list of their devices is gone.",
  how: [
    "If a sudden sign-out could put you in danger, talk to a helpline first.",
    "Note devices, places and times that are not yours.",
    "Note addresses your mail is sent on to, and shared albums.",
  ],
  doneLabel: "It is written down",
  source: withoutConsent,
} satisfies Step;
