import type { Step } from "../../workflow/step.ts";
import { keepsNothing, onlyThreatened } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { evidenceLog } from "./shared/sources.ts";

export default {
  id: "add-links",
  phase: "capture",
  order: 105,
  on: "case",
  screen: "add-links",
  after: [...seen, ...ageKnown],
  doneWhen: {
    when: "any",
    of: [
      { when: "count", of: "links", atLeast: 1 },
      { when: "count", of: "places", atLeast: 1 },
    ],
  },
  notForYouWhen: [
    { when: onlyThreatened, why: "only-threatened" },
    { when: keepsNothing, why: "keeps-nothing" },
  ],
  title: "Collect the links",
  why: "Sites look only at the links they are given. Each page and each picture needs its own.",
  how: [
    "Paste all you have, in any form. Nothing is lost and nothing is opened.",
    "Use the whole link. The end of it can be the key.",
    "If anyone was under 18, use only links you have. Do not go back to the page to get one.",
    "No link, only a group or a channel? Add that in place of a link.",
  ],
  doneLabel: "That is all I have",
  source: evidenceLog,
} satisfies Step;
