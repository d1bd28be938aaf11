import type { Step } from "../../workflow/step.ts";
import { seen } from "./shared/gates.ts";
import { recoveryScams } from "./shared/sources.ts";

export default {
  id: "watch-for-scams",
  phase: "support",
  order: 700,
  on: "case",
  screen: "add-message",
  orderWhen: { when: { when: "count", of: "signs", atLeast: 1 }, order: 64 },
  after: [...seen],
  reopens: [{ by: "signs", why: "signs" }],
  title: "Watch out for people who offer help",
  why: "After this, some people are written to by cheats who know what happened.",
  how: [
    "Save each such message here. We show you what is odd about it.",
    'Someone may ask for a photo "to prove who you are". Only ever do that inside an official form.',
    "Never pay, and never give a code or a password.",
  ],
  doneLabel: "I understand",
  whys: { signs: "A message you saved has signs of a trick. Read why." },
  source: recoveryScams,
} satisfies Step;
