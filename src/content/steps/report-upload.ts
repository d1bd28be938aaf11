import type { Step } from "../../workflow/step.ts";
import { badHost, live, underAge } from "./shared/conditions.ts";
import { reportReady } from "./shared/gates.ts";
import { platformRules } from "./shared/sources.ts";

export default {
  id: "report-upload",
  phase: "remove",
  order: 320,
  on: "link",
  batch: "site",
  screen: "report",
  after: [...reportReady, "about-the-site", "capture-listing", "capture-content", "filmed-secretly", "fake-picture", "sold-work", "outed"],
  concerns: live,
  doneWhen: { when: "link-state", is: ["reported"] },
  notForYouWhen: [
    { when: underAge, why: "under-18" },
    { when: badHost, why: "bad-host" },
  ],
  otherWhys: [{ when: { when: "link-state", is: ["came-back"] }, why: "came-back" }],
  reopens: [{ by: "came-back", why: "came-back" }],
  title: "Report it to the site",
  why: "The site can take the page down. One report for each page, sent once, works best.",
  how: [
    "Choose the form that fits best. We write the text for you to check.",
    "See who will learn your name before you send.",
    "Give an email address that you use for nothing else.",
    "Note the time and the ticket number.",
  ],
  doneLabel: "I reported it elsewhere",
  whys: { "came-back": "It was gone and has been seen again. So it needs a new report." },
  source: platformRules,
} satisfies Step;
