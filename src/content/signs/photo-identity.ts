import type { WarningSign } from "../types.ts";

export default {
  id: "photo-identity",
  sign: 'asks for a photo of you, a selfie or an identity document "to prove who you are"',
  examples: ["Send a recent photo so that we can compare", "A selfie with your passport is needed to open the case"],
  patterns: [
    String.raw`\b(?:selfie|photo|picture|pic|image|snapshot|video)\b.{0,30}\b(?:to (?:prove|verify|confirm|compare|check (?:it|that))|for (?:verification|identification|comparison)|as proof|holding (?:your|an|a)|with your (?:passport|id))\b`,
    String.raw`\b(?:photo|picture|pic|selfie|snapshot)\b.{0,15}\bso (?:that )?(?:we|i) (?:can )?(?:compare|match|check|know|see|verify)`,
    String.raw`\b(?:prove|verify|confirm|check)\b.{0,25}\b(?:identity|it is you|it's you|it is really you|who you are|you are real)\b.{0,50}\b(?:photo|selfie|picture|passport|id card|video|face)\b`,
    String.raw`\b(?:send|need|require|upload|provide|attach)\b.{0,30}\b(?:passport|identity card|id card|driver'?s? licen[cs]e|(?:copy|photo|picture|scan) of your id)\b`,
    String.raw`\b(?:selfie|photo|picture)\b.{0,20}\bpassport\b`,
    String.raw`\b(?:photo|picture|pic|selfie|video) of (?:you|yourself|your face)\b.{0,30}\b(?:so|to|before)\b.{0,20}\b(?:we|i|sure|know|real|match|compare)`,
  ],
  negation: "cancels",
  severity: "medium",
  note: "Some official forms check age or identity inside their own pages. Only go there by an address you already trust.",
  source: {
    text: "https://scambuster.cz/threat-education/en/how-to-recover-after-a-scam-blog-3e0218d4-en.html (request for wallet keys, logins, ID, remote access)",
    date: null,
    confidence: "thirdParty",
  },
} satisfies WarningSign;
