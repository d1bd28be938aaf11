import type { Step } from "../../workflow/step.ts";
import { minorGuides } from "./shared/sources.ts";

export default {
  id: "media-came-in",
  phase: "safe",
  order: 13,
  on: "case",
  screen: "evidence",
  after: [],
  concerns: { when: "count", of: "refused-files", atLeast: 1 },
  title: "Ask before you delete what is kept here",
  why: "A file here shows someone who was, or may have been, under 18. It will not be shown or sent.",
  how: [
    "Ask a hotline or lawyer before deleting.",
    "Then erase the file here.",
    "A mail that was kept whole counts too. It may hold a picture.",
  ],
  doneLabel: "I have asked",
  source: minorGuides,
} satisfies Step;
