import type { Step } from "../../workflow/step.ts";
import { notExtorted } from "./shared/conditions.ts";
import { safetySeen } from "./shared/gates.ts";
import { extortionGuides } from "./shared/sources.ts";

export default {
  id: "if-you-paid",
  phase: "safe",
  order: 37,
  on: "case",
  screen: "tick",
  after: [
    ...safetySeen,
    "ask-extortion",
    "stop-answering",
    "do-not-pay",
    "keep-the-chat",
    "block-and-report-account",
    "hide-friend-lists",
    "ask-paid",
  ],
  notForYouWhen: [
    { when: notExtorted, why: "not-extorted" },
    { when: { when: "fact", fact: "paid", is: ["no"] }, why: "not-paid" },
  ],
  title: "Call the bank or firm you paid with",
  why: "A payment can at times be stopped or called back, and the record helps the police.",
  how: [
    "Do not pay again.",
    "Tell the bank, card firm, app or shop that sold the gift card.",
    "Ask if the payment can be stopped. Write down the case number.",
    "Keep the receipt.",
  ],
  doneLabel: "I have called them",
  whys: { "not-paid": "You said you have not paid." },
  source: extortionGuides,
} satisfies Step;
