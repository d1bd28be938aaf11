import { image, told } from "../sign-words.ts";
import type { WarningSign } from "../types.ts";

export default {
  id: "unsolicited-helper",
  sign: "contacts you first, knowing what happened",
  examples: ["I saw your report and I can help you", "We noticed your case in our system, you are eligible for recovery"],
  patterns: [
    String.raw`\b(?:saw|seen|noticed|came across|found|read|detected|discovered)\b.{0,15}\byour (?:case|report|post|complaint|story|comment|file|message in)\b.{0,80}\b(?:help|assist\w{0,5}|eligible|recover\w{0,3}|remov\w{0,4}|delet\w{0,4}|take (?:it|them)|leaked|blackmail\w{0,3}|extort\w{0,4}|scam\w{0,4}|nudes?) !! \b(?:moving|flat|job|party|our rules|review|saturday|sunday)\b`,
    String.raw`\b(?:we|i|our \w{1,15})\b.{0,20}\b(?:found|detected|discovered|located|spotted|identified)\b.{0,15}\byour (?:\w{1,15} ){0,2}(?:${image}|content|files?|data)\b.{0,20}\bon (?:\d|several|many|multiple|various|the dark)`,
    String.raw`\byour (?:name|number|e-?mail|case|${image})\b.{0,20}\b(?:came up|appeared|was found|were found|was flagged|were flagged|is listed|showed up)\b.{0,40}\b(?:database|system|list|records|leak\w{0,3}|dark ?web)`,
    String.raw`\b(?:eligible|qualif\w{1,4}|entitled)\b.{0,30}\b(?:recovery|refund|removal|compensation)\b`,
    String.raw`\b(?:i|we) (?:noticed|saw|heard|know|understand|see) (?:that )?(?:you|u|your)\b.{0,45}\b(?:victim|blackmail\w{0,3}|scam\w{0,4}|s?extort\w{0,4}|leaked|hacked)\b && \b(?:someone who|expert|recover\w{0,3}|contact|message|dm|get (?:it|them) (?:back|down)|i can help|we can help)\b`,
    String.raw`\b(?:want|need|give you|have|send you|take)\b.{0,10}\b(?:his|her|their) (?:contact|number|handle|whatsapp|telegram)\b`,
    String.raw`\b(?:friend|guy|someone|person|man|woman|team) (?:of mine |i know |who )?(?:who )?(?:recovers?|removes?|deletes?|gets? back)\b`,
    String.raw`~~ \b(?:i know how|i can|we can|i could|i am able|we are (?:authori[sz]ed|able)|let me)\b && \b(?:take (?:it|them|this) down|get (?:it|them|this) (?:down|removed|deleted|back)|return what you lost|remov\w{1,4}|recover\w{0,3}|delet\w{1,4}|eras\w{1,3}|get rid|bring (?:it|them) down)\b && \b(?:are you the|dear (?:victim|client|user|friend|sir|madam)|hello dear|hi dear|your (?:file|case|name) (?:reached|came to|was sent|was forwarded)|i (?:saw|heard|noticed|read|found)|dm me|inbox me|(?:girl|boy|person|one) from)\b !! ${told}`,
    String.raw`~~ \b(?:i|we)\b.{0,12}\b(?:came across|saw|seen|noticed|read|found|heard about|have been informed|were informed|are informed|learned|got to know|stumbled)\b && \b(?:your (?:post|story|comment|case|situation|problem|complaint)|your (?:\w{1,12} )?${image}|you (?:are|were) (?:a victim|blackmailed|hacked))\b && \b(?:specialist|expert|hacker|agency|our (?:lawyers?|attorneys?|team|experts?|company|firm|agents?)|can (?:remove|delete|recover|help|assist|take)|investigator)\b && \b(?:assist|help|remov\w{1,4}|delet\w{1,4}|recover\w{0,3}|take)\b !! ${told}|\b(?:helpline|hotline|our rules|free of charge|no payment|you reported|your report|two pages|both sites|offline|ticket|moving|flat|pizza|job|saturday|sunday)\b`,
    String.raw`\b(?:work for|working for|am from|are) (?:a |an |the )?(?:\w{1,12} )?(?:reputation|removal|recovery|cyber\w{0,12}) (?:company|firm|agency|team|service|group)\b !! \bpolice\b`,
    String.raw`\b(?:noticed|saw|found|discovered|came across)\b.{0,15}\b(?:nude|naked|private|leaked|intimate|explicit) ${image} of you\b`,
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
