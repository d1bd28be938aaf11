import type { Step } from "../../workflow/step.ts";
import { underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { minorGuides } from "./shared/sources.ts";

export default {
  id: "leave-the-phone",
  phase: "capture",
  order: 103,
  on: "case",
  screen: "tick",
  after: [...seen, ...ageKnown],
  concerns: underAge,
  title: "Leave the chat and the phone as they are",
  why: "Leave the chat and the phone as they are. Do not delete, copy or reset. Tell police or a hotline it is there.",
  how: ["Make no screenshot and no copy.", "Do not look for more of it.", "Words and links may be kept here. Pictures may not."],
  doneLabel: "I leave it as it is",
  source: minorGuides,
} satisfies Step;
