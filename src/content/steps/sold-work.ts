import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { dmcaNotes } from "./shared/sources.ts";

export default {
  id: "sold-work",
  phase: "remove",
  order: 304,
  on: "picture",
  screen: "tick",
  after: [...seen, "describe-picture"],
  concerns: { when: "picture-shows", is: ["sold"] },
  title: "When your own work was copied",
  why: "You chose where it may be seen. A copy elsewhere is still without your consent.",
  how: [
    "Use your work name where a form allows it.",
    "Copyright may come first here. The site you sell on, or an agent you choose, can send it without your legal name.",
    "No report has to say what your work is.",
  ],
  doneLabel: "I understand",
  source: dmcaNotes,
} satisfies Step;
