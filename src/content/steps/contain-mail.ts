import type { Step } from "../../workflow/step.ts";
import { keepsNothing, someoneIsIn } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { accountChecklists } from "./shared/sources.ts";

export default {
  id: "contain-mail",
  phase: "secure",
  order: 620,
  on: "account",
  screen: "account",
  orderWhen: { when: someoneIsIn, order: 73 },
  after: [...seen, "record-access-first"],
  concerns: { when: "all", of: [someoneIsIn, { when: "resets-others" }] },
  doneWhen: { when: "account-check", all: ["passphrase", "sessions", "forwarding"] },
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Shut them out of this account",
  why: "Whoever holds this account can reset the others.",
  how: [
    "If someone could hurt you, talk to an abuse helpline before you change this. They may notice.",
    "Use a device they have never had.",
    "Set a new passphrase that you use nowhere else.",
    "Sign out all other devices.",
    "Remove forwarding and app passwords you do not know.",
  ],
  doneLabel: "They are shut out",
  source: accountChecklists,
} satisfies Step;
