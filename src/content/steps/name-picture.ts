import type { Step } from "../../workflow/step.ts";
import { keepsNothing } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { ownRule } from "./shared/sources.ts";

export default {
  id: "name-picture",
  phase: "capture",
  order: 100,
  on: "case",
  screen: "question",
  asks: { picture: "name" },
  after: [...seen, "ask-role"],
  doneWhen: { when: "count", of: "pictures", atLeast: 1 },
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Give each picture or video a short name",
  why: "We ask about each one by name, so that nobody has to see it.",
  how: ['Use words only you need to understand, such as "beach" or "video 1".', "Add one name for each picture you know of."],
  doneLabel: "That is all I know of",
  source: ownRule,
} satisfies Step;
