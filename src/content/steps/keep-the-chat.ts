import type { Step } from "../../workflow/step.ts";
import { notExtorted } from "./shared/conditions.ts";
import { safetySeen } from "./shared/gates.ts";
import { extortionGuides } from "./shared/sources.ts";

export default {
  id: "keep-the-chat",
  phase: "safe",
  order: 33,
  on: "case",
  screen: "tick",
  after: [...safetySeen, "ask-extortion", "stop-answering", "do-not-pay"],
  notForYouWhen: [{ when: notExtorted, why: "not-extorted" }],
  title: "Keep the chat",
  why: "The chat, the name and the account they used show what was done to you.",
  how: [
    "Do not delete the chat or your own account.",
    "Note their name, their profile address and where they wanted the money sent.",
    "Take screenshots of the threats, not of the intimate image. If anyone in it was under 18, leave everything as it is.",
  ],
  doneLabel: "It is kept",
  source: extortionGuides,
} satisfies Step;
