import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { evidenceLog } from "./shared/sources.ts";

export default {
  id: "hand-over",
  phase: "support",
  order: 710,
  on: "case",
  screen: "share",
  optional: true,
  after: [...seen, "save-messages"],
  concerns: {
    when: "any",
    of: [
      { when: "count", of: "links", atLeast: 1 },
      { when: "count", of: "places", atLeast: 1 },
      { when: "count", of: "messages", atLeast: 1 },
      { when: "count", of: "profiles", atLeast: 1 },
    ],
  },
  doneWhen: { when: "count", of: "bundles", atLeast: 1 },
  title: "Hand a sealed copy to someone you trust",
  why: "A helpline, a lawyer or the police can then help you, and it is safe if this phone is lost.",
  how: ["You choose what goes in. Pictures stay out unless you add them.", "Tell them the six words by phone, not in the same message."],
  doneLabel: "I do not need this",
  source: evidenceLog,
} satisfies Step;
