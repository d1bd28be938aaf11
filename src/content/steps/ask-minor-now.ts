import type { Step } from "../../workflow/step.ts";
import { underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { reportRemove } from "./shared/sources.ts";

export default {
  id: "ask-minor-now",
  phase: "capture",
  order: 104,
  on: "case",
  screen: "question",
  asks: { fact: "minorNow" },
  after: [...seen, ...ageKnown],
  concerns: { when: "any", of: [underAge, { when: "fact", fact: "role", is: ["child", "school"] }] },
  doneWhen: { when: "asked", fact: "minorNow" },
  title: "Is the person in the pictures under 18 today?",
  why: "Some services go by the age today, others by the age in the picture.",
  how: ["Say yes or no. You can skip this."],
  doneLabel: "Save my answer",
  source: reportRemove,
} satisfies Step;
