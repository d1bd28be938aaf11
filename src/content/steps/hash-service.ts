import type { Step } from "../../workflow/step.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { stopNcii } from "./shared/sources.ts";

export default {
  id: "hash-service",
  phase: "remove",
  order: 331,
  on: "picture",
  screen: "hash-service",
  after: [...seen, ...ageKnown, "ask-file-here"],
  concerns: { when: "picture-age", is: ["adult"] },
  doneWhen: { when: "hash-case", service: ["stopncii"] },
  notForYouWhen: [{ when: { when: "fact", fact: "fileHere", is: ["no"] }, why: "no-file" }],
  title: "Help sites spot copies: StopNCII",
  why: "It makes a short code on your device and sends only the code, so some sites can spot copies.",
  how: [
    "Everyone in it must have been 18 or over. It is for pictures of you.",
    "Go to stopncii.org on the device that has the file.",
    "Keep the case number and the PIN here. Neither can be sent to you again.",
    "It does not search the web. Pages that are up still need a report.",
    "You can also make a fingerprint of the file here. It tells you later if a new copy is the same picture.",
  ],
  doneLabel: "I leave this out",
  whys: { "no-file": "It needs the file, and you said you do not have it." },
  source: stopNcii,
} satisfies Step;
