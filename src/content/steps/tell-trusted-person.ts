import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { extortionGuides } from "./shared/sources.ts";

export default {
  id: "tell-trusted-person",
  phase: "support",
  order: 158,
  on: "case",
  screen: "person",
  orderWhen: { when: { when: "fact", fact: "extortion", is: ["yes"] }, order: 41 },
  after: [...seen],
  doneWhen: { when: "count", of: "told", atLeast: 1 },
  title: "Tell one person you trust",
  why: "It is easier with someone at your side. You need not tell them all of it.",
  how: [
    "Choose someone who will not tell the person, or your family if that is not safe.",
    "Before you tell a doctor, a teacher or a social worker: some people must report this by law. You can ask first.",
    "You need not show them any picture.",
  ],
  doneLabel: "I have told someone",
  source: extortionGuides,
} satisfies Step;
