import type { Step } from "../../workflow/step.ts";
import { live } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { chayn } from "./shared/sources.ts";

export default {
  id: "reupload-answer",
  phase: "remove",
  order: 346,
  on: "site",
  screen: "report",
  asks: { site: ["reupload-answered"] },
  optional: true,
  after: [...seen, "ask-reupload-prevention"],
  concerns: {
    when: "all",
    of: [
      live,
      {
        when: "any",
        of: [
          { when: "host-fact", fact: "reupload-asked", is: ["yes"] },
          { when: "link-state", is: ["prevention-asked"] },
        ],
      },
    ],
  },
  doneWhen: {
    when: "any",
    of: [
      { when: "host-fact", fact: "reupload-answered", is: ["yes", "no"] },
      { when: "link-state", is: ["prevention-answered"] },
    ],
  },
  title: "Note what the site said about new uploads",
  why: "Their answer can be used the next time.",
  how: ["Note a yes, a no, or that nothing came."],
  doneLabel: "Nothing came",
  source: chayn,
} satisfies Step;
