import type { Step } from "../../workflow/step.ts";
import { goneButShown, live, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { bingSearch } from "./shared/sources.ts";

export default {
  id: "deindex-bing",
  phase: "reduce",
  order: 401,
  on: "search",
  engine: "bing",
  batch: "case",
  screen: "search",
  after: [...seen, ...ageKnown, "report-upload", "report-host"],
  concerns: live,
  doneWhen: { when: "search-state", engine: "bing", is: ["out"] },
  notForYouWhen: [{ when: underAge, why: "under-18" }],
  waiting: { when: { when: "search-state", engine: "bing", is: ["asked"] }, until: "search-due", why: "waiting" },
  dueWhen: goneButShown("bing"),
  otherWhys: [
    { when: goneButShown("bing"), why: "gone-but-shown" },
    { when: { when: "search-state", engine: "bing", is: ["asked"] }, why: "look-again" },
    { when: { when: "search-state", engine: "bing", is: ["shown"] }, why: "still-shown" },
  ],
  reopens: [{ by: "shown", why: "still-shown" }],
  title: "Ask Bing to leave it out",
  why: "Other search sites take their results from Bing. One request can help with several.",
  how: [
    "Search for your name. Note each link that shows up.",
    'Use Microsoft\'s form and choose "Bing".',
    "It takes the page out of the results, not off the web.",
  ],
  doneLabel: "It is not in the results",
  whys: {
    waiting: "Bing has been asked. Look again then.",
    "gone-but-shown": "The page is gone, but Bing still shows it. Ask for an update.",
    "look-again": "A week has gone by. See if it is still in the results.",
    "still-shown": "It was seen in the results.",
  },
  source: bingSearch,
} satisfies Step;
