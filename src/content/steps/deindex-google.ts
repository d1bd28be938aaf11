import type { Step } from "../../workflow/step.ts";
import { goneButShown, live, underAge } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { googleSearch } from "./shared/sources.ts";

export default {
  id: "deindex-google",
  phase: "reduce",
  order: 400,
  on: "search",
  engine: "google-search",
  batch: "case",
  screen: "search",
  after: [...seen, ...ageKnown, "report-upload", "report-host"],
  concerns: live,
  doneWhen: { when: "search-state", engine: "google-search", is: ["out"] },
  notForYouWhen: [{ when: underAge, why: "under-18" }],
  waiting: { when: { when: "search-state", engine: "google-search", is: ["asked"] }, until: "search-due", why: "waiting" },
  dueWhen: goneButShown("google-search"),
  otherWhys: [
    { when: goneButShown("google-search"), why: "gone-but-shown" },
    { when: { when: "search-state", engine: "google-search", is: ["asked"] }, why: "look-again" },
    { when: { when: "search-state", engine: "google-search", is: ["shown"] }, why: "still-shown" },
  ],
  reopens: [{ by: "shown", why: "still-shown" }],
  title: "Ask Google to leave it out",
  why: "Most people find a page by search. Google can leave it out even if the site does nothing.",
  how: [
    "Search for your name. Note each link that shows up.",
    "Use Google's form for intimate images. Paste all links at once.",
    "It takes the page out of the results, not off the web.",
  ],
  doneLabel: "It is not in the results",
  whys: {
    waiting: "Google has been asked. Look again then.",
    "gone-but-shown": "The page is gone, but Google still shows it. Ask for an update.",
    "look-again": "A week has gone by. See if it is still in the results.",
    "still-shown": "It was seen in the results.",
  },
  source: googleSearch,
} satisfies Step;
