import type { Step } from "../../workflow/step.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { stopNcii } from "./shared/sources.ts";

export default {
  id: "ask-file-here",
  phase: "remove",
  order: 330,
  on: "case",
  screen: "question",
  asks: { fact: "fileHere" },
  after: [...seen, ...ageKnown],
  doneWhen: { when: "asked", fact: "fileHere" },
  concerns: { when: "count", of: "pictures", atLeast: 1 },
  title: "Is the picture or video on a device you have?",
  why: "Some services make a short code from it on your device, so some sites can spot copies. The picture is not sent.",
  how: ["It should be the first file, not a copy from the web.", "Do not download it in order to do this."],
  doneLabel: "Save my answer",
  source: stopNcii,
} satisfies Step;
