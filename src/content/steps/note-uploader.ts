import type { Step } from "../../workflow/step.ts";
import { keepsNothing, live, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { evidenceLog } from "./shared/sources.ts";

export default {
  id: "note-uploader",
  phase: "capture",
  order: 135,
  on: "link",
  batch: "site",
  screen: "note-link",
  optional: true,
  after: [...seen, ...ageKnown, "capture-content"],
  concerns: live,
  doneWhen: { when: "link-state", is: ["uploader-noted"] },
  notForYouWhen: [
    { when: underAge, why: "under-18" },
    { when: keepsNothing, why: "keeps-nothing" },
  ],
  title: "Note who put it up, and the words beside it",
  why: "One name on many pages can bring all of them down at once.",
  how: ["Copy the name as it stands there, with the address of their page.", "Write what happened, not guesses. A court may ask for this."],
  doneLabel: "No name is shown",
  source: evidenceLog,
} satisfies Step;
