import type { Step } from "../../workflow/step.ts";
import { keepsNothing, secureMayStart } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { accountChecklists } from "./shared/sources.ts";

export default {
  id: "phone-and-sim",
  phase: "secure",
  order: 640,
  on: "case",
  screen: "tick",
  after: [...seen, "am-i-hacked", "secure-mail"],
  readyWhen: secureMayStart,
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Make your phone and number safe",
  why: "Codes for many accounts are sent to your number.",
  how: [
    "If someone could hurt you, talk to an abuse helpline before you change this. They may notice.",
    "Set a new screen code that nobody knows.",
    "Ask your phone company for a PIN on your contract.",
    "Write down apps you do not know, with a photo from another phone. Remove them only when it is safe.",
    "Update the phone. Look for a second face or finger that can unlock it.",
  ],
  doneLabel: "Done",
  source: accountChecklists,
} satisfies Step;
