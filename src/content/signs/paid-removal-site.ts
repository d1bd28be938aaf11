import { amount, image } from "../sign-words.ts";
import type { WarningSign } from "../types.ts";

export default {
  id: "paid-removal-site",
  sign: "the site that shows the image sells its removal",
  examples: ["Pay 299 to delete this profile", "Premium removal service: your page will be deleted"],
  patterns: [
    String.raw`\b(?:pay|purchase|buy|upgrade|subscribe)\b.{0,40}\b(?:(?:removal|deletion|takedown|unlisting|privacy)(?:[ -](?:service|package|plan|option)| of)|(?:to )?(?:remove|delete|unlist|hide|take ?down) (?:this|your|the|my) (?:\w{1,12} )?(?:page|profile|listing|name|videos?|photos?|pictures?|images?|post|content|entry|album))`,
    String.raw`\b(?:premium|express|fast-?track|paid|instant|vip) (?:removal|deletion|takedown|unlisting)\b`,
    String.raw`\b(?:removals?|remove|delete|deletion|take ?down|unlist)\b.{0,40}(?:${amount}) !! \b(?:removal (?:company|van|firm|men)|sofa|furniture|stain|hair|tattoo|tax|cart|basket|invoice)\b`,
    String.raw`\b(?:removal|deletion) requests?\b.{0,40}\b(?:members|subscribers|customers|paying|premium)\b`,
    String.raw`\b(?:deleted|removed|unlisted|hidden)\b.{0,20}\b(?:after|once|when|as soon as) (?:you|u)\b.{0,12}\b(?:pay|buy|purchase|upgrade|subscribe)`,
    String.raw`(?:${amount}) ?(?:per|a|for each) (?:link|photo|picture|page|url|image|video)\b && \b(?:remov|delet|take ?down|unlist|hid)`,
    String.raw`\b(?:get|take|have)\b.{0,10}\b(?:your|this|the|my) (?:${image}|name|profile|page|face)\b.{0,12}\b(?:off|down|removed|deleted|hidden)\b.{0,30}(?:${amount}|\bfor (?:only|just)\b)`,
    String.raw`\bpay\b.{0,15}(?:${amount}).{0,15}\b(?:and|to have|to get|so|for)\b.{0,40}\b(?:remov\w{1,4}|delet\w{1,4}|taken down|take ?down|hidden|unlist\w{0,2})\b`,
    String.raw`~~ \b(?:delete|remove|hide|unlist) (?:your|this) (?:entry|page|profile|photos?|pictures?|post|name|listing|face)\b && (?:${amount}) !! \b(?:subscription|refund|trial|per month|storage|account fee)\b`,
  ],
  negation: "cancels",
  severity: "high",
  note: null,
  source: {
    text: "https://esafety.gov.au/image-based-abuse/action/remove-images-video/report-to-us (do not reply to demands of payment)",
    date: null,
    confidence: "official",
  },
} satisfies WarningSign;
