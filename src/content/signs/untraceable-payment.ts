import { amount, untraceable } from "../sign-words.ts";
import type { WarningSign } from "../types.ts";

export default {
  id: "untraceable-payment",
  sign: "gift card, cryptocurrency, wire or payment-app only",
  examples: ["Pay with Bitcoin or Apple gift cards", "send USDT to this wallet"],
  patterns: [
    String.raw`(?<!\b(?:i'll|i will|i can|i) )\b(?:pay|send|transfer|deposit|payable|remit|accept(?:ed)?|fee|costs?|via|load|payments? (?:only |is |are |accepted |must be |in |by |via |through |with |to )(?:\w{1,12} )?)\b.{0,40}\b${untraceable}\b !! \b(?:blocked|declined|stopped|exchange|analysts?|was this you)\b`,
    String.raw`\b${untraceable}\b.{0,25}\b(?:only|is fine|are fine|accepted|works|preferred|wallet|now|to (?:the|this|my|our) (?:wallet|address|name)|codes? (?:here|to me|in (?:the )?chat|by))\b !! \b(?:fell|rose|analysts?|market|was this you|blocked|stopped)\b`,
    String.raw`(?:${amount}|\b\d[\d.,]{0,9}) ?(?:in |of |worth of )?(?:btc|usdt|bitcoins?|tether|monero|ethereum|eth)\b !! \b(?:fell|rose|analysts?|market|stole|stolen)\b`,
    String.raw`(?:${amount}|\b\d{2,6}) (?:in|worth of) ${untraceable}`,
    String.raw`\b(?:card or crypto|crypto or card|in crypto|with crypto|only (?:in |by |with )?${untraceable})\b`,
    String.raw`\bbc1[a-z0-9]{20,80}\b|\b0x[a-f0-9]{40}\b`,
    String.raw`\b(?:gift ?cards?|steam|itunes|paysafe\w{0,5}|razer|google play|amazon)\b.{0,60}\b(?:scratch|codes?|photo of|picture of|back)\b && \b(?:buy|get|send|purchase|scratch|store|shop|here)\b !! \b(?:delivered|enjoy|your order)\b`,
    String.raw`\bwestern union\b.{0,20}\bto\b`,
    String.raw`\bbuy\b.{0,20}\b${untraceable}\b && \b(?:send|type|read|give|tell|text|numbers?|codes?)\b`,
    String.raw`\bpayment (?:methods?|options?)\b.{0,15}\b${untraceable}\b !! \b(?:visa|mastercard|paypal)\b`,
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
