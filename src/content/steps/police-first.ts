import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { imageHelplineUk } from "./shared/sources.ts";

export default {
  id: "police-first",
  phase: "capture",
  order: 155,
  on: "case",
  screen: "question",
  asks: { fact: "police" },
  after: [...seen],
  doneWhen: { when: "asked", fact: "police" },
  title: "Do you want to go to the police?",
  why: "Police are your choice. In some places they may act on immigration, sex work or sexuality; ask a lawyer or advocate first. Takedowns work without them.",
  how: ["If you want a court case, talk to the police before you report to the site.", "You can decide later."],
  doneLabel: "Save my answer",
  source: imageHelplineUk,
} satisfies Step;
