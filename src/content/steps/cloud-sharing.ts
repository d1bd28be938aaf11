import type { Step } from "../../workflow/step.ts";
import { keepsNothing, secureMayStart } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { appleSafety } from "./shared/sources.ts";

export default {
  id: "cloud-sharing",
  phase: "secure",
  order: 660,
  on: "case",
  screen: "tick",
  after: [...seen, "am-i-hacked", "secure-mail"],
  readyWhen: secureMayStart,
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Look at what your cloud shares",
  why: "An old shared album can still be open to others.",
  how: [
    "If someone could hurt you, talk to an abuse helpline before you change this. They may notice.",
    "Look for shared albums, links and family groups.",
    "Save your own pictures first. You may lose them when you stop sharing.",
    "Stop what you do not want to share.",
  ],
  doneLabel: "I have looked",
  source: appleSafety,
} satisfies Step;
