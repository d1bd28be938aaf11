import { image } from "../sign-words.ts";
import type { WarningSign } from "../types.ts";

export default {
  id: "asks-for-image",
  sign: "'support' asks you to send the intimate image, or a nude 'to compare'",
  examples: ["Please upload the photo so our team can match it", "Send us the original picture for verification"],
  patterns: [
    String.raw`\b(?:send|upload|forward|provide|attach|submit|e-?mail|give|need|require)(?: (?:us|me|over|to us|to me))?,? (?:\w{1,12} ){0,2}(?:nudes?|(?:naked|intimate|explicit|leaked|sexual|original|raw|unedited) ${image})\b`,
    String.raw`\bshare\b.{0,30}\b(?:nude|intimate|explicit|leaked|original) ${image}\b.{0,20}\bwith (?:us|me|our)\b`,
    String.raw`\b(?:send|upload|forward|provide|attach|submit|e-?mail|give|share|show)\b.{0,30}\b${image}\b.{0,45}\b(?:so (?:that )?(?:our|we|i)\b|for (?:verification|comparison|matching|analysis|our)\b|to (?:compare|match|verify|scan|create)\b|match it|(?:he|she|they) ha(?:s|ve)\b|in question\b) !! \b(?:screenshots?|passport|application)\b`,
    String.raw`\b(?:send|forward|upload|e-?mail|give)\b.{0,15}\b(?:the|that|those|your) ${image}\b.{0,10}\b(?:and|with) your (?:phone|name|address|number|id|e-?mail)`,
    String.raw`\b(?:we|i|our (?:team|experts?|analysts?))\b.{0,15}\b(?:need|require|must have|have to see|must see)\b.{0,15}\b(?:the|your|that|those|a copy of the) (?:\w{1,12} )?${image}\b !! \b(?:screenshots?|passport|id card|badge|profile|website|wedding|party|trip)\b`,
    String.raw`\b(?:send|show|forward|upload)\b.{0,12}\b(?:the|that|those|your|ur|all) (?:\w{1,12} )?(?:clips?|nudes?|videos?|vids?|pictures?|pics?|photos?)\b && \b(?:leaked|leak|blackmail\w{0,3}|which one|he posted|takedown|removal|hash|matching|identify|he shared)\b`,
    String.raw`\b(?:mail|send|bring|post|text|whatsapp|drop)\b.{0,15}\b(?:naked|nude|intimate|leaked|private|explicit) ${image}\b !! \b(?:if (?:someone|anyone|a person)|threat\w{0,5}|without consent|people who|rules?|police)\b`,
    String.raw`~~ \b(?:can|could|may|must|let|have to|need to) (?:i|me|we|us)? ?see\b.{0,15}\b(?:the|your|that|those|these) (?:\w{1,12} )?${image}\b && \b(?:otherwise|judge|how bad|which (?:one|ones)|leaked|verify|match|before (?:i|we)|help you|to find)\b !! \b(?:wedding|trip|saturday|sunday|holiday|baby)\b`,
    String.raw`\b(?:send|upload|forward|provide|attach|submit|e-?mail|give)\b.{0,12}\b(?:all|one|some|any|each|copies) of (?:the|your|those|these) (?:\w{1,12} )?${image}\b && \b(?:leaked|intimate|private|nude|sexual|explicit|software|server|copies|verify|match|check|compare|remov\w{1,4}|takedown|hash)\b !! \b(?:screenshots?|chat|messages|wedding|trip|party|your albums?)\b`,
    String.raw`\b(?:attach|send|upload|submit|provide)(?: us| me)? (?:a |one |another )?copy of (?:the|your|that) (?:\w{1,12} )?(?:videos?|photos?|pictures?|nudes?|clip|images?)\b !! \b(?:id|passport|badge)\b`,
  ],
  negation: "cancels",
  severity: "high",
  note: "Report Remove for under-18s in the UK is the one official place that receives the picture, inside its own pages.",
  source: {
    text: "StopNCII and Take It Down never receive the image: https://stopncii.org/faq/, https://takeitdown.ncmec.org/faq/ (Report Remove for under-18s is the one exception, inside Childline/IWF pages)",
    date: null,
    confidence: "ngo",
  },
} satisfies WarningSign;
