import type { Step } from "../../workflow/step.ts";
import { underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { platformRules } from "./shared/sources.ts";

export default {
  id: "report-impersonation",
  phase: "remove",
  order: 326,
  on: "profile",
  screen: "profile",
  after: [...seen, ...ageKnown, "only-official-help", "capture-profile"],
  doneWhen: { when: "link-state", is: ["impersonation-asked", "reported", "gone-once"] },
  notForYouWhen: [{ when: underAge, why: "under-18" }],
  title: "Report the fake profile",
  why: "A profile that pretends to be you has a form of its own. It may be faster.",
  how: [
    "Use the form for fake profiles.",
    "It counts too if the profile only links to the pictures.",
    "Some forms ask for proof of who you are. Ask a helpline before you send any.",
  ],
  doneLabel: "I reported it elsewhere",
  source: platformRules,
} satisfies Step;
