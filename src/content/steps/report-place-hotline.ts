import type { Step } from "../../workflow/step.ts";
import { underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { inhope } from "./shared/sources.ts";

export default {
  id: "report-place-hotline",
  phase: "remove",
  order: 325,
  on: "place",
  screen: "report",
  after: [...seen, ...ageKnown, "leave-the-phone", "ask-country"],
  concerns: underAge,
  doneWhen: { when: "link-state", is: ["reported"] },
  otherWhys: [{ when: { when: "link-state", is: ["came-back"] }, why: "came-back" }],
  reopens: [{ by: "came-back", why: "came-back" }],
  title: "Tell a hotline about the group",
  why: "Hotlines and the police may look into such groups by law.",
  how: ["Give the name, the invite, the admins and their numbers.", "Send words only. No picture.", "Never join to look."],
  doneLabel: "A hotline knows",
  whys: { "came-back": "It was gone and has been seen again. So tell the hotline once more." },
  source: inhope,
} satisfies Step;
