import type { Step } from "../../workflow/step.ts";
import { keepsNothing, secureMayStart } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { accountChecklists } from "./shared/sources.ts";

export default {
  id: "secure-mail",
  phase: "secure",
  order: 630,
  on: "account",
  screen: "account",
  after: [...seen, "am-i-hacked", "record-access-first", "contain-mail"],
  readyWhen: secureMayStart,
  concerns: { when: "resets-others" },
  doneWhen: { when: "account-check", all: ["passphrase", "second-factor", "sessions", "forwarding", "recovery"] },
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Make this account safe first",
  why: "It can reset your other accounts. So it comes before them.",
  how: [
    "If someone could hurt you, talk to an abuse helpline before you change this. They may notice.",
    "A passphrase that you use nowhere else.",
    "A second step at sign-in.",
    "Sign out devices that are not yours.",
    "Check forwarding, app passwords, recovery address and phone.",
  ],
  doneLabel: "All five are done",
  source: accountChecklists,
} satisfies Step;
