import type { Step } from "../../workflow/step.ts";
import { notExtorted } from "./shared/conditions.ts";
import { safetySeen } from "./shared/gates.ts";
import { extortionGuides } from "./shared/sources.ts";

export default {
  id: "stop-answering",
  phase: "safe",
  order: 31,
  on: "case",
  screen: "tick",
  after: [...safetySeen, "ask-extortion"],
  notForYouWhen: [{ when: notExtorted, why: "not-extorted" }],
  title: "Stop answering them",
  why: "Each answer tells them that fear works. Silence gives them less to use.",
  how: [
    "If this person could hurt you, follow your safety plan. You need not do this today.",
    "Do not write back, not even to say no.",
    "Do not block them yet. You need the chat first.",
    "This is not your fault.",
  ],
  doneLabel: "I have stopped",
  source: extortionGuides,
} satisfies Step;
