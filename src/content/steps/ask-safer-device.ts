import type { Step } from "../../workflow/step.ts";
import { notWatched } from "./shared/conditions.ts";
import { appleSafety } from "./shared/sources.ts";

export default {
  id: "ask-safer-device",
  phase: "safe",
  order: 25,
  on: "case",
  screen: "question",
  asks: { fact: "saferDevice" },
  after: ["ask-danger", "ask-watched", "safety-plan"],
  doneWhen: { when: "asked", fact: "saferDevice" },
  notForYouWhen: [{ when: notWatched, why: "not-watched" }],
  title: "Is there another device you can use?",
  why: "If this phone is watched, a phone that nobody else touches is safer.",
  how: ["A friend's phone or a computer at a library will do."],
  doneLabel: "Save my answer",
  source: appleSafety,
} satisfies Step;
