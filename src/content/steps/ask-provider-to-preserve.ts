import type { Step } from "../../workflow/step.ts";
import { badHost, live, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { withoutConsent } from "./shared/sources.ts";

export default {
  id: "ask-provider-to-preserve",
  phase: "remove",
  order: 340,
  on: "site",
  screen: "report",
  optional: true,
  after: [...seen, ...ageKnown, "only-official-help", "capture-listing", "capture-content", "about-the-site"],
  concerns: live,
  doneWhen: {
    when: "any",
    of: [
      { when: "host-fact", fact: "preservation-asked", is: ["yes", "no"] },
      { when: "link-state", is: ["preservation-asked"] },
    ],
  },
  notForYouWhen: [
    { when: underAge, why: "under-18" },
    { when: badHost, why: "bad-host" },
  ],
  title: "Ask the site to keep its records",
  why: "Sites clear their records after a while. Police or a court may need them later.",
  how: ["Ask for this early, if you may want the police or a court.", "It does not keep the picture online."],
  doneLabel: "I do not need this",
  source: withoutConsent,
} satisfies Step;
