import type { Step } from "../../workflow/step.ts";
import { liveAdult } from "./shared/conditions.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { googleSearch } from "./shared/sources.ts";

export default {
  id: "cached-copy",
  phase: "reduce",
  order: 410,
  on: "link",
  batch: "case",
  screen: "search",
  after: [...seen, ...ageKnown, "report-upload", "report-host"],
  concerns: { when: "all", of: [liveAdult, { when: "link-state", is: ["gone-once"] }] },
  reopens: [{ by: "gone", why: "more" }],
  title: "Ask for old copies to be removed",
  why: "Search sites and web archives may show a small picture or old text after the page is gone.",
  how: [
    "Look at the result: is there still a picture or a line of text?",
    "Use the search site's form for outdated content.",
    "Ask a web archive by mail, with the exact link.",
  ],
  doneLabel: "I have checked",
  source: googleSearch,
} satisfies Step;
