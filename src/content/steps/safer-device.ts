import type { Step } from "../../workflow/step.ts";
import { notWatched } from "./shared/conditions.ts";
import { appleSafety } from "./shared/sources.ts";

export default {
  id: "safer-device",
  phase: "safe",
  order: 26,
  on: "case",
  screen: "tick",
  after: ["ask-safer-device", "safety-plan"],
  notForYouWhen: [
    { when: notWatched, why: "not-watched" },
    { when: { when: "fact", fact: "saferDevice", is: ["no"] }, why: "no-other" },
  ],
  title: "Work on a phone that nobody else can see",
  why: "What you do here could be seen on a watched phone. A change could warn the other person.",
  how: [
    "Use the safer device for this app and for your reports.",
    "Do not change this phone all at once. That can be noticed.",
    "Keep the chat on this phone. Do not delete it.",
  ],
  doneLabel: "I am on a safer device",
  whys: { "no-other": "You said you have no other device." },
  source: appleSafety,
} satisfies Step;
