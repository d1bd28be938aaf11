import type { Step } from "../../workflow/step.ts";
import { notExtorted } from "./shared/conditions.ts";
import { safetySeen } from "./shared/gates.ts";
import { extortionGuides } from "./shared/sources.ts";

export default {
  id: "block-and-report-account",
  phase: "safe",
  order: 34,
  on: "case",
  screen: "tick",
  after: [...safetySeen, "ask-extortion", "stop-answering", "do-not-pay", "keep-the-chat", "ask-country"],
  notForYouWhen: [
    { when: notExtorted, why: "not-extorted" },
    { when: { when: "fact", fact: "country", is: ["GB"] }, why: "police-first" },
  ],
  title: "Report their account in the app, then block it",
  why: "The report has to come first, since some apps hide the chat after a block.",
  how: [
    "If this person could hurt you, follow your safety plan. You need not do this today.",
    "Open their profile and use the app's own report button.",
    "Then block the account.",
    "If police in your country want to hear from you first, call them before you block.",
  ],
  doneLabel: "Reported and blocked",
  whys: { "police-first": "Where you live, helplines say to think about the police first. This comes back later." },
  source: extortionGuides,
} satisfies Step;
