import type { Step } from "../../workflow/step.ts";
import { keepsNothing, onlyThreatened, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { chayn } from "./shared/sources.ts";

export default {
  id: "where-else",
  phase: "capture",
  order: 145,
  on: "case",
  screen: "tick",
  after: [...seen, ...ageKnown, "add-links"],
  notForYouWhen: [
    { when: underAge, why: "under-18" },
    { when: onlyThreatened, why: "only-threatened" },
    { when: keepsNothing, why: "keeps-nothing" },
  ],
  title: "Look where else it may be",
  why: "Copies are often posted under the same name or with the same words.",
  how: [
    "Search for your name and for the uploader's name. Put each in quotes.",
    "Stop when it gets too much. Someone you trust can do this.",
    "Add each link you find.",
  ],
  doneLabel: "I have looked",
  source: chayn,
} satisfies Step;
