import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { minorGuides } from "./shared/sources.ts";

export default {
  id: "picture-age",
  phase: "capture",
  order: 101,
  on: "picture",
  screen: "question",
  asks: { picture: "age" },
  after: [...seen, "name-picture"],
  doneWhen: { when: "not", of: { when: "picture-age", is: ["unanswered"] } },
  title: "Was anyone in it under 18 when it was taken?",
  why: "The law treats such pictures in another way. Then no copy may be kept, not even as proof.",
  how: [
    "Everyone in the picture counts.",
    "What counts is the age on that day, not today.",
    "If you do not know, say so. Then we stay careful.",
  ],
  doneLabel: "Save my answer",
  source: minorGuides,
} satisfies Step;
