import type { Step } from "../../workflow/step.ts";
import { badHost, live, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { chayn } from "./shared/sources.ts";

export default {
  id: "ask-reupload-prevention",
  phase: "remove",
  order: 345,
  on: "site",
  screen: "report",
  after: [...seen, ...ageKnown, "report-upload"],
  concerns: { when: "all", of: [live, { when: "link-state", is: ["reported"] }] },
  doneWhen: {
    when: "any",
    of: [
      { when: "host-fact", fact: "reupload-asked", is: ["yes", "no"] },
      { when: "link-state", is: ["prevention-asked"] },
    ],
  },
  notForYouWhen: [
    { when: underAge, why: "under-18" },
    { when: badHost, why: "bad-host" },
  ],
  title: "Ask the site to stop new uploads of it",
  why: "Some sites can spot the same picture when it is put up again.",
  how: ["Name your ticket number.", "Ask if they match pictures by a code."],
  doneLabel: "I leave this out",
  source: chayn,
} satisfies Step;
