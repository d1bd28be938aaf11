import type { Step } from "../../workflow/step.ts";
import { live } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { eSafety } from "./shared/sources.ts";

export default {
  id: "about-the-site",
  phase: "capture",
  order: 120,
  on: "site",
  screen: "question",
  asks: { site: ["asks-for-money", "run-by-person"] },
  after: [...seen, "add-links"],
  concerns: { when: "all", of: [live, { when: "not", of: { when: "platform", is: "known" } }] },
  doneWhen: {
    when: "all",
    of: [
      { when: "host-fact", fact: "asks-for-money", is: ["yes", "no"] },
      { when: "host-fact", fact: "run-by-person", is: ["yes", "no"] },
    ],
  },
  title: "Two questions about this site",
  why: "A report goes to those who run the site. With some sites that does more harm than good.",
  how: [
    "Does it ask for money to take things down?",
    "Could the person who did this run it?",
    "Answer from what you know. Do not write to the site to find out.",
  ],
  doneLabel: "Save my answers",
  source: eSafety,
} satisfies Step;
