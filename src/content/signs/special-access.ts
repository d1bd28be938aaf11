import { offender } from "../sign-words.ts";
import type { WarningSign } from "../types.ts";

export default {
  id: "special-access",
  sign: "claims secret access to platforms, banks, servers or the criminal's phone",
  examples: ["We can hack his phone and delete the files", "We have direct access to the server"],
  patterns: [
    String.raw`\b(?:we|i|our (?:\w{1,12} )?(?:team|hackers?|experts?|tool|software|agents?|guys?)|hackers?|my (?:guy|man|friend|team|boy))\b.{0,25}\b(?:hack|break|get|gain|breach|access|wipe|enter|penetrate|tap|take over|clone)\b.{0,25}\b(?:his|her|their|the ${offender}(?:'?s?)|that (?:guy|man)(?:'?s?)) (?:\w{1,12} )?(?:phone|device|servers?|accounts?|i?cloud|computer|laptop)\b`,
    String.raw`\b(?:can|will|could|able to) hack\b.{0,15}\b(?:his|her|their|the ${offender}(?:'?s?))\b`,
    String.raw`\bgot (?:in ?to|inside) (?:his|the|that) (?:guy's |man's |${offender}'s )?(?:phone|device|account|cloud|computer)\b.{0,30}\b(?:wiped|deleted|erased|removed)`,
    String.raw`\b(?:direct|back-?end|special|internal|insider|admin) access\b.{0,40}\b(?:servers?|platforms?|meta|instagram|google|facebook|telegram|banks?|database|sites?|system)\b`,
    String.raw`\b(?:back-?doors?|insiders?|contacts?|people) (?:in ?to|inside|at|in) (?:meta|google|instagram|facebook|telegram|whatsapp|tiktok|snapchat|the (?:platform|bank|company))\b && \b(?:we|i|our|my)\b`,
    String.raw`\bremotely\b.{0,20}\b(?:wipe|delete|erase|destroy|format|disable)\b.{0,40}\b(?:his|her|their|${offender})\b`,
    String.raw`\b(?:delete|wipe|erase|remove)\b.{0,15}\b(?:your|the|all) (?:\w{1,12} ){0,2}from (?:his|her|their|the ${offender}(?:'?s?)) (?:phone|device|cloud|server|computer)\b`,
    String.raw`\b(?:we|i|our \w{1,12})\b.{0,15}\b(?:hack|trace|track)\b.{0,20}\b(?:the ${offender}|him|them)\b.{0,40}\b(?:delete|wipe|erase|ip|location|files)\b`,
    String.raw`\b(?:tool|software|app|program|method|trick|spyware)s?\b.{0,12}\b(?:opens?|unlocks?|hacks?|enters?|breaks? into|gets? into|gets? in|controls?|clones?)\b.{0,20}\b(?:any|his|her|their)\b`,
    String.raw`\b(?:i|we) (?:can |will |could )?(?:go|get|hack|break|log|sneak) (?:in|into|inside)\b.{0,30}\b(?:delete|erase|wipe|remove|destroy)\b !! \byour (?:settings|account)\b`,
    String.raw`\b(?:we|i|our \w{1,12})\b.{0,10}\bhack\b.{0,12}\b(?:his|her|their|the)\b`,
  ],
  negation: "cancels",
  severity: "high",
  note: null,
  source: {
    text: "https://scambuster.cz/threat-education/en/how-to-recover-after-a-scam-blog-3e0218d4-en.html",
    date: null,
    confidence: "thirdParty",
  },
} satisfies WarningSign;
