import type { Step } from "../../workflow/step.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { takeItDown } from "./shared/sources.ts";

export default {
  id: "hash-service-no-file",
  phase: "remove",
  order: 333,
  on: "picture",
  screen: "tick",
  after: [...seen, ...ageKnown, "ask-file-here", "leave-the-phone"],
  concerns: {
    when: "all",
    of: [
      { when: "picture-age", is: ["under18"] },
      { when: "fact", fact: "fileHere", is: ["no"] },
    ],
  },
  title: "No file: ask the CyberTipline",
  why: "They can act on links and words, without the picture.",
  how: [
    "Call 1-800-843-5678 or use the form of the CyberTipline.",
    "Outside the US, ask the hotline of your country.",
    "Do not download the picture to get a file.",
  ],
  doneLabel: "I have asked them",
  source: takeItDown,
} satisfies Step;
