import type { Step } from "../../workflow/step.ts";
import { careful } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { hostLadder } from "./shared/sources.ts";

export default {
  id: "escalate",
  phase: "remove",
  order: 352,
  on: "report",
  screen: "report",
  after: [...seen, "expect-answer"],
  concerns: {
    when: "all",
    of: [
      { when: "report-state", is: ["removal"] },
      { when: "report-state", is: ["refused", "partly", "silent", "not-true"] },
    ],
  },
  doneWhen: { when: "report-state", is: ["followed", "over"] },
  notForYouWhen: [
    { when: careful, why: "under-18" },
    { when: { when: "report-state", is: ["top-rung"] }, why: "top" },
  ],
  otherWhys: [
    { when: { when: "report-state", is: ["refused"] }, why: "refused" },
    { when: { when: "report-state", is: ["silent"] }, why: "silent" },
    { when: { when: "report-state", is: ["partly"] }, why: "partly" },
    { when: { when: "report-state", is: ["not-true"] }, why: "not-true" },
  ],
  reopens: [{ by: "answer", why: "new-answer" }],
  title: "Take it one step higher",
  why: "There is always someone above the one who did not help.",
  how: [
    "First the site again, with the ticket number.",
    "Then a regulator, or a helpline that the site listens to.",
    "Then the firm that hosts the site, the network in front of it, and last the name registrar.",
    "One report at a time. Many at once can count against you.",
  ],
  doneLabel: "I leave it at that",
  whys: {
    refused: "They said no. The next one up may say yes.",
    silent: "No answer came. Go one step higher.",
    partly: "Only a part is gone. Go on with the rest.",
    "not-true": "They said it is gone, but it was seen again.",
    top: "All steps of the ladder have been tried.",
    "new-answer": "A new answer has come in.",
  },
  source: hostLadder,
} satisfies Step;
