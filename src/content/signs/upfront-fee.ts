import { amount, removal } from "../sign-words.ts";
import type { WarningSign } from "../types.ts";

export default {
  id: "upfront-fee",
  sign: "asks for money before doing anything (fee, retainer, deposit, tax, insurance)",
  examples: ["We need a small processing fee to start the removal", "A refundable deposit of 300 USD unlocks your case"],
  patterns: [
    String.raw`\b(?:processing|activation|administrat\w{1,5}|admin|retainer|unlock(?:ing)?|up ?-?front|advance|refundable|clearance|handling|engagement)\b[ -](?:\w{1,15} ){0,2}(?:fee|deposit|payment|charge|tax|retainer)s?\b`,
    String.raw`\b(?:registration|one-?off|service|removal|takedown|legal|case|file|starting|start-?up|verification|release|insurance|analysis|assessment|expert) (?:fee|deposit|charge|tax|retainer|payment)s?\b && \b(?:start|begin|then|before|first|get going|proceed|open|our (?:team|technicians?|lawyers?|attorneys?|experts?|engineers?|analysts?|agents?)|unlock|release)\b !! \b(?:subscription|card|agreement|flight|statement)\b`,
    String.raw`\b(?:fee|deposit|charge|tax|retainer|payment)s?\b.{0,30}\b(?:to (?:start|begin|proceed|open|unlock|release|activate|initiate|get started)|before (?:we|our) (?:\w{1,12} ){0,2}(?:start|begin|proceed|can|file|act)|unlocks?|due first|is (?:settled|received|confirmed|cleared)|up ?-?front|in advance)\b`,
    String.raw`\b(?:to (?:start|begin|proceed|open|unlock|activate|initiate|get started)|before (?:we|our|i) (?:\w{1,12} ){0,2}(?:start|begin|proceed|can|file|act))\b.{0,60}(?:\b(?:fee|deposit|charge|retainer|pay)\b|${amount})`,
    String.raw`\b(?:pay|paid|payment|deposit|fee|charge|transfer|send|costs?|amount|settle|cover|${amount})\b.{0,50}\b(?:before|then|once|after|as soon as|so)\b.{0,5}\b(?:we|our|i|he|my|the (?:team|removal|work|takedown|technicians?|experts?))\b.{0,25}\b(?:begins?|starts?|works?|proceeds?|get going|acts?|files?|opens?|hacks?|recovers?|traces?)\b`,
    String.raw`\bhalf (?:of it )?(?:up ?-?front|now|in advance|first)\b`,
    String.raw`\b(?:pay|settle) (?:the|a|your) (?:\w{1,15} )?(?:fine|tax|bail|penalty|customs)\b.{0,50}\b(?:arrest|warrant|released?|clear|refund)`,
    String.raw`~~ \b${removal}\b|\b(?:links?|your case|court stamp|blackmailer|hacker)\b && (?:${amount}|\b(?:fee|deposit|insurance|retainer|tax|stamp|charge)\b) && \b(?:have to|has to|must|need to|needs to|pay|paid|cover|costs?|first|before|at the start|up ?front|only)\b && \b(?:we|our|desk|team|specialists?|agents?|experts?|technicians?|recovery|hacker|i can)\b !! \b(?:free|no payment|no fee is|legal aid|subscription|your order|never|nobody|court fee|appointment|invoice|your card|atm|account fee|helpline|hotline|waived|tribunal|lawyer says|storage|app store)\b`,
    String.raw`\b(?:apart from|except(?: for)?|other than|plus|besides|only|just)\b.{0,12}\b(?:a |the |our )?(?:small |one-?time |little |minor |low )?(?:deposit|fee|insurance|charge|retainer|stamp|tax)\b && \b(?:${removal}|start|videos?|pictures?|photos?|until|paperwork)\b !! \b(?:monthly|subscription|account|card|flat|rent|landlord|hotel)\b`,
    String.raw`\b(?:one-?time|first|initial|starting|small) (?:payment|deposit|fee|charge|instal?ment)\b && \b(?:${removal}|activate|your (?:request|case|file))\b !! \b(?:subscription|monthly|card|flat|rent|loan)\b`,
    String.raw`\b(?:cover|pay|transfer(?:red)?|paid|send)\b.{0,50}\b(?:in advance|up ?-?front|beforehand)\b !! \b(?:rent|hotel|flat|tickets?|course|holiday|bill|invoice)\b`,
  ],
  negation: "cancels",
  severity: "high",
  note: null,
  source: {
    text: "https://consumer.ftc.gov/articles/refund-and-recovery-scams (page known from public repos; content read via https://scamwatch.com/article/how-refund-and-recovery-services-re-scam-victims-prevention-guide)",
    date: null,
    confidence: "thirdParty",
  },
} satisfies WarningSign;
