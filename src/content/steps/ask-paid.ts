import type { Step } from "../../workflow/step.ts";
import { notExtorted } from "./shared/conditions.ts";
import { safetySeen } from "./shared/gates.ts";
import { extortionGuides } from "./shared/sources.ts";

export default {
  id: "ask-paid",
  phase: "safe",
  order: 36,
  on: "case",
  screen: "question",
  asks: { fact: "paid" },
  after: [...safetySeen, "ask-extortion", "stop-answering", "do-not-pay", "keep-the-chat", "block-and-report-account", "hide-friend-lists"],
  doneWhen: { when: "asked", fact: "paid" },
  notForYouWhen: [{ when: notExtorted, why: "not-extorted" }],
  title: "Have you paid anything?",
  why: "If you have, a bank or payment firm may still be able to help.",
  how: ["Many people pay. It is not your fault."],
  doneLabel: "Save my answer",
  source: extortionGuides,
} satisfies Step;
