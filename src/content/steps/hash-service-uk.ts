import type { Step } from "../../workflow/step.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { reportRemove } from "./shared/sources.ts";

export default {
  id: "hash-service-uk",
  phase: "remove",
  order: 334,
  on: "picture",
  screen: "hash-service",
  after: [...seen, ...ageKnown, "ask-minor-now", "ask-country", "leave-the-phone"],
  concerns: {
    when: "all",
    of: [
      { when: "picture-age", is: ["under18"] },
      { when: "fact", fact: "minorNow", is: ["yes"] },
      { when: "fact", fact: "country", is: ["GB"] },
    ],
  },
  doneWhen: { when: "hash-case", service: ["report-remove"] },
  title: "Under 18 in the UK: Report Remove",
  why: "It is run by Childline for young people. A trained team looks, so that you need not.",
  how: [
    "The young person does this themselves. A parent or teacher must not send the picture.",
    "Go to Report Remove on the Childline site.",
    "It is the only service that takes the picture itself. Only send it there.",
    "Keep the number it gives you here.",
  ],
  doneLabel: "I leave this out",
  source: reportRemove,
} satisfies Step;
