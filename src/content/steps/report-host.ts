import type { Step } from "../../workflow/step.ts";
import { badHost, live, underAge } from "./shared/conditions.ts";
import { reportReady } from "./shared/gates.ts";
import { hostLadder } from "./shared/sources.ts";

export default {
  id: "report-host",
  phase: "remove",
  order: 321,
  on: "link",
  batch: "site",
  screen: "report",
  after: [...reportReady, "about-the-site", "site-sells-removal", "capture-listing", "capture-content"],
  concerns: { when: "all", of: [live, badHost] },
  doneWhen: { when: "link-state", is: ["reported"] },
  notForYouWhen: [{ when: underAge, why: "under-18" }],
  otherWhys: [{ when: { when: "link-state", is: ["came-back"] }, why: "came-back" }],
  reopens: [{ by: "came-back", why: "came-back" }],
  title: "Report it to the firm behind the site",
  why: "This site asks for money, or the person may run it. The firm that hosts it can act without them.",
  how: [
    "Go to the hosting firm first. The name registrar is the last one to ask.",
    'Some firms pass your report on to the site. Choose "do not pass on", and give no name where you can.',
    "Search engines and the police do not need the site either.",
  ],
  doneLabel: "I reported it elsewhere",
  whys: { "came-back": "It was gone and has been seen again. So it needs a new report." },
  source: hostLadder,
} satisfies Step;
