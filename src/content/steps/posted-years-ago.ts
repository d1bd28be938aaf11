import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { platformRules } from "./shared/sources.ts";

export default {
  id: "posted-years-ago",
  phase: "capture",
  order: 152,
  on: "case",
  screen: "tick",
  after: [...seen, "add-links"],
  concerns: { when: "some", of: "links", is: { when: "link-state", is: ["posted-years-ago"] } },
  title: "It is not too late",
  why: "Many sites take reports no matter how old the picture is.",
  how: [
    "Report it like a new one. If anyone was under 18, give it to a hotline.",
    "Time limits can count for courts. Ask a lawyer if you want to go there.",
  ],
  doneLabel: "I understand",
  source: platformRules,
} satisfies Step;
