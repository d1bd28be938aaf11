import type { Step } from "../../workflow/step.ts";
import { keepsNothing, secureMayStart } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { accountChecklists } from "./shared/sources.ts";

export default {
  id: "am-i-hacked",
  phase: "secure",
  order: 600,
  on: "case",
  screen: "tick",
  after: [...seen],
  readyWhen: secureMayStart,
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Check if someone is in your accounts",
  why: "If the picture came from an account, the way in may still be open.",
  how: [
    "Look at the list of devices in each account.",
    "Look in your mail settings: is mail sent on to an address you do not know?",
    "Look for albums that are shared with others.",
    "Write down what you find before you change it.",
  ],
  doneLabel: "I have looked",
  source: accountChecklists,
} satisfies Step;
