import type { Step } from "../../workflow/step.ts";
import { appleSafety } from "./shared/sources.ts";

export default {
  id: "ask-watched",
  phase: "safe",
  order: 11,
  on: "case",
  screen: "question",
  asks: { fact: "watched" },
  after: [],
  doneWhen: { when: "asked", fact: "watched" },
  title: "Can someone see this phone, or get into your accounts?",
  why: "A person who can see this phone can see what you write here.",
  how: ["Think of who knows your code, or had the phone in hand.", "You can skip this. Then we stay careful."],
  doneLabel: "Save my answer",
  source: appleSafety,
} satisfies Step;
