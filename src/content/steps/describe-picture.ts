import type { Step } from "../../workflow/step.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { platformRules } from "./shared/sources.ts";

export default {
  id: "describe-picture",
  phase: "remove",
  order: 301,
  on: "picture",
  screen: "question",
  asks: { picture: "shows" },
  after: [...seen, ...ageKnown],
  concerns: { when: "picture-age", is: ["adult"] },
  doneWhen: { when: "picture-described" },
  title: "What does it show?",
  why: "Sites have a form for each kind. The right one is read sooner.",
  how: ["Choose what fits. More than one may fit.", "It is not written into any report unless you put it there."],
  doneLabel: "Save my answer",
  source: platformRules,
} satisfies Step;
