import type { WarningSign } from "../types.ts";

export default {
  id: "fake-authority",
  sign: "claims to be FBI, Interpol, police, regulator, StopNCII, Meta or a bank, especially from a free mailbox or chat app (weak alone: real support names itself too; strong together with payment, code or image requests)",
  examples: ["This is Agent Smith from the FBI recovery unit", "I am from StopNCII support on WhatsApp"],
  patterns: [
    String.raw`\b(?:fbi|ic3|interpol|europol|police|cyber ?crime|ftc|nca|cia|stopncii|ncmec|meta|instagram|facebook|google|whatsapp|microsoft|apple) (?:\w{1,12} )?(?:support|agent|officer|recovery|help ?desk|security team|unit|cell|division|department|investigator)\b`,
    String.raw`\b(?:special )?(?:agent|officer|inspector|detective) \w{2,20}\b.{0,40}\b(?:fbi|interpol|police|cyber|europol|ic3)\b`,
    String.raw`\b(?:i am|i'm|this is|we are|we're|here is|calling|writing) from (?:the )?(?:fbi|ic3|interpol|europol|police|ftc|stopncii|ncmec|meta|instagram|google|your bank|cyber ?crime)\b`,
  ],
  negation: "cancels",
  severity: "medium",
  note: "Weak alone: real support names itself too.",
  source: {
    text: "https://consumer.ftc.gov/articles/refund-and-recovery-scams (page known from public repos; content read via https://scamwatch.com/article/how-refund-and-recovery-services-re-scam-victims-prevention-guide)",
    date: null,
    confidence: "thirdParty",
  },
} satisfies WarningSign;
