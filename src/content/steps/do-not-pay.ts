import type { Step } from "../../workflow/step.ts";
import { notExtorted } from "./shared/conditions.ts";
import { safetySeen } from "./shared/gates.ts";
import { extortionGuides } from "./shared/sources.ts";

export default {
  id: "do-not-pay",
  phase: "safe",
  order: 32,
  on: "case",
  screen: "tick",
  after: [...safetySeen, "ask-extortion", "stop-answering"],
  notForYouWhen: [{ when: notExtorted, why: "not-extorted" }],
  title: "Do not pay and do not send more",
  why: "People who pay are often asked to pay again.",
  how: [
    "If this person could hurt you, follow your safety plan. You need not do this today.",
    "Send no money, no gift cards and no more pictures.",
    "Do not move to another app, even if they ask.",
  ],
  doneLabel: "I will not pay",
  source: extortionGuides,
} satisfies Step;
