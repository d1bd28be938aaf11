import type { Step } from "../../workflow/step.ts";
import { appleSafety } from "./shared/sources.ts";

export default {
  id: "ask-danger",
  phase: "safe",
  order: 10,
  on: "case",
  screen: "question",
  asks: { fact: "danger" },
  after: [],
  doneWhen: { when: "asked", fact: "danger" },
  title: "Could anyone hurt you over this, or if you act on it?",
  why: "Some steps can make an angry person more angry. If so, your safety comes first.",
  how: ["Think of a partner, an ex, family, or anyone you live with.", "You can skip this. Then we stay careful."],
  doneLabel: "Save my answer",
  source: appleSafety,
} satisfies Step;
