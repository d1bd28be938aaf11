import type { WarningSign } from "../types.ts";

export default {
  id: "move-off-platform",
  sign: "moves you to WhatsApp/Telegram/Signal or private mail for 'support'",
  examples: ["Let us continue on Telegram", "Write to our agent on WhatsApp +1..."],
  patterns: [
    String.raw`\b(?:continue|move|chat|write|message|contact|come|switch|talk|go|reach|text|add)\b.{0,40}\b(?:on|via|through|to|over to) (?:telegram|whats ?app|signal|wechat|hangouts|snapchat|snap|discord|wire|viber|google chat|zangi)\b`,
    String.raw`\b(?:telegram|whats ?app|signal|snapchat|zangi)\b.{0,15}(?:@\w{3,40}|\+\d{1,3}|\bnow\b)`,
  ],
  negation: "cancels",
  severity: "medium",
  note: null,
  source: {
    text: "https://fabser4.dreamhosters.com/?p=2353 (FBI: asks to move to a different platform)",
    date: null,
    confidence: "thirdParty",
  },
} satisfies WarningSign;
