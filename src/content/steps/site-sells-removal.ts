import type { Step } from "../../workflow/step.ts";
import { live } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { eSafety } from "./shared/sources.ts";

export default {
  id: "site-sells-removal",
  phase: "capture",
  order: 121,
  on: "site",
  screen: "tick",
  after: [...seen, "about-the-site"],
  concerns: { when: "all", of: [live, { when: "host-fact", fact: "asks-for-money", is: ["yes"] }] },
  title: "Do not pay this site",
  why: "A site that sells removal earns from putting things up. Those who pay are often asked again.",
  how: ["Do not write to it and do not pay.", "We go to the firm that hosts it, to search engines and, if you want, to the police."],
  doneLabel: "I will not pay",
  source: eSafety,
} satisfies Step;
