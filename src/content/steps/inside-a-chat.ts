import type { Step } from "../../workflow/step.ts";
import { ageKnown, seen } from "./shared/gates.ts";
import { takeItDown } from "./shared/sources.ts";

export default {
  id: "inside-a-chat",
  phase: "remove",
  order: 323,
  on: "place",
  screen: "tick",
  after: [...seen, ...ageKnown],
  concerns: { when: "platform", is: ["whatsapp", "signal", "messenger"] },
  title: "Inside a private chat",
  why: "In these chats nobody but the members can look inside. A copy on a phone stays there.",
  how: [
    "The app can close a group or an account that is reported.",
    "It may not hold a copy that it could take down.",
    "A member you trust can report it too. Never ask the person who did this.",
  ],
  doneLabel: "I understand",
  source: takeItDown,
} satisfies Step;
