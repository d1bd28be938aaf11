import type { Step } from "../../workflow/step.ts";
import { liveUnderAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { inhope } from "./shared/sources.ts";

export default {
  id: "report-hotline",
  phase: "remove",
  order: 322,
  on: "link",
  batch: "case",
  screen: "report",
  after: [...seen, ...ageKnown, "add-links", "leave-the-phone", "ask-country"],
  concerns: liveUnderAge,
  doneWhen: { when: "link-state", is: ["reported"] },
  otherWhys: [{ when: { when: "link-state", is: ["came-back"] }, why: "came-back" }],
  reopens: [{ by: "came-back", why: "came-back" }],
  title: "Give the links to a hotline",
  why: "Hotlines may look at such pages by law. They ask the site to take them down, and tell the police where needed.",
  how: [
    "Copy the links here and paste them into the hotline's form.",
    "Send links and words only. No picture.",
    "Do not open it. A hotline can check.",
    "Links go only to a hotline, the police or a lawyer.",
  ],
  doneLabel: "A hotline has them",
  whys: { "came-back": "It was gone and has been seen again. So tell the hotline once more." },
  source: inhope,
} satisfies Step;
