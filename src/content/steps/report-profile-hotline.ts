import type { Step } from "../../workflow/step.ts";
import { underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { inhope } from "./shared/sources.ts";

export default {
  id: "report-profile-hotline",
  phase: "remove",
  order: 327,
  on: "profile",
  screen: "report",
  after: [...seen, ...ageKnown, "leave-the-phone", "ask-country"],
  concerns: underAge,
  doneWhen: { when: "link-state", is: ["reported"] },
  otherWhys: [{ when: { when: "link-state", is: ["came-back"] }, why: "came-back" }],
  reopens: [{ by: "came-back", why: "came-back" }],
  title: "Tell a hotline about the fake profile",
  why: "Hotlines and the police may look at such profiles by law. You need not.",
  how: ["Give the name it uses and its address.", "Send words only. No picture.", "Do not look at it again to get more."],
  doneLabel: "A hotline knows",
  whys: { "came-back": "It was gone and has been seen again. So tell the hotline once more." },
  source: inhope,
} satisfies Step;
