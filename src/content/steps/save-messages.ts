import type { Step } from "../../workflow/step.ts";
import { keepsNothing } from "./shared/conditions.ts";
import { seen } from "./shared/gates.ts";
import { evidenceLog } from "./shared/sources.ts";

export default {
  id: "save-messages",
  phase: "capture",
  order: 140,
  on: "case",
  screen: "add-message",
  after: [...seen],
  doneWhen: { when: "count", of: "messages", atLeast: 1 },
  notForYouWhen: [{ when: keepsNothing, why: "keeps-nothing" }],
  title: "Keep the messages",
  why: "Threats and mails show who did what, and when. They are often deleted later.",
  how: [
    "Paste the text, or bring in the chat file or the mail.",
    "Show the number or user name, not the name from your contacts.",
    "Do not pass the mail on to anyone. Save the file itself.",
  ],
  doneLabel: "There are none",
  source: evidenceLog,
} satisfies Step;
