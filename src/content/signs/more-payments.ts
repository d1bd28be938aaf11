import { amount, image } from "../sign-words.ts";
import type { WarningSign } from "../types.ts";

export default {
  id: "more-payments",
  sign: "paid once, now asks for another fee, tax or proof-of-funds",
  examples: ["One more payment is required for the tax clearance", "The release failed, please pay again"],
  patterns: [
    String.raw`\b(?:one (?:more|last|final)|another|additional|a second|a last|extra|a further)\b (?:\w{1,12} ){0,2}(?:payment|fee|tax|deposit|transfer|instal?ment|sum)\b.{0,40}\b(?:required|needed|due|must|before|then|and (?:he|i|we|it)|or|to (?:release|unlock|clear|finish|complete)|first)\b`,
    String.raw`\b(?:pay|send|transfer)\b.{0,20}\bagain\b && \b(?:refund\w{0,2}|releas\w{1,3}|return\w{0,2}|delet\w{1,3}|remov\w{1,3}|unlock\w{0,2}|failed|rejected|frozen|stuck|declined|plus|fee|tax)\b`,
    String.raw`\bthat was (?:only|just) for\b.{0,10}\b(?:the|your) ${image}`,
    String.raw`\b(?:${image}|rest|others?|copies|files)\b.{0,15}\b(?:costs?|is|are) (?:another|an extra|extra)\b`,
    String.raw`\b\d{2,6} more\b.{0,30}\b(?:over|promise|delete\w{0,1}|my (?:boss|partner|friend)|gone|leave you)\b`,
    String.raw`\b(?:removal|clearance|conversion|unlock|release|customs|anti-?money\w{0,12}) (?:tax|fee|charge|payment)\b.{0,40}\b(?:before|has to|must|refund|funds|payout|then|now|also|as well|required)`,
    String.raw`\bplus\b.{0,6}\b\d{2,6} (?:\w{1,12} )?(?:fee|tax|charge)\b`,
    String.raw`\b(?:you|u) (?:already )?paid\b.{0,60}\b(?:but|still|another|more)\b.{0,40}(?:${amount}|\b\d{2,6}\b|\bpay\b|\bfee\b)`,
    String.raw`\b(?:transfer|payment|deposit|amount|money)\b.{0,40}\b(?:too small|not enough|too little|incomplete|short by)\b`,
    String.raw`\bpaid\b.{0,40}\bnow\b.{0,15}\b\d{2,6}\b|\bnow \d{2,6} for the (?:other|second|next|rest|video|pictures)`,
    String.raw`\b(?:second|third|next|last|final|further|additional) (?:payment|fee|deposit|transfer|tax)\b && \b(?:certificate|release|unlock|deletion|removal|refund|your (?:pictures|photos|videos?|files?))\b`,
    String.raw`\b(?:you|u) (?:already |have )?paid\b.{0,50}\bnow\b.{0,15}\b\d{2,6}\b`,
    String.raw`\bnow (?:there is|there's|comes|we need|you need|they want|only)\b.{0,20}\b(?:tax|fee|deposit|surcharge)\b`,
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
