import type { Step } from "../../workflow/step.ts";
import { keepsNothing, onlyThreatened } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { platformRules } from "./shared/sources.ts";

export default {
  id: "add-place",
  phase: "capture",
  order: 106,
  on: "case",
  screen: "add-place",
  optional: true,
  after: [...seen, ...ageKnown],
  doneWhen: { when: "count", of: "places", atLeast: 1 },
  notForYouWhen: [
    { when: onlyThreatened, why: "only-threatened" },
    { when: keepsNothing, why: "keeps-nothing" },
  ],
  title: "Add a group or channel that has no link",
  why: "A group can be reported by its name, its invite and the people who run it.",
  how: [
    "Write the name, the invite if you have it, the admins and their numbers.",
    "Never join to look. They may see you, and it can be a crime.",
  ],
  doneLabel: "There is no such group",
  source: platformRules,
} satisfies Step;
