import type { Step } from "../../workflow/step.ts";
import { notExtorted } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { imageHelplineUk } from "./shared/sources.ts";

export default {
  id: "block-account-later",
  phase: "safe",
  order: 157,
  on: "case",
  screen: "tick",
  after: [...seen, "police-first"],
  concerns: {
    when: "all",
    of: [
      { when: "not", of: notExtorted },
      { when: "fact", fact: "country", is: ["GB"] },
    ],
  },
  title: "Report their account in the app, then block it",
  why: "You have thought about the police. Now the account can go.",
  how: ["If you go to the police, do this after you have talked to them.", "Report first, then block."],
  doneLabel: "Reported and blocked",
  source: imageHelplineUk,
} satisfies Step;
