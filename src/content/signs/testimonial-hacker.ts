import type { WarningSign } from "../types.ts";

export default {
  id: "testimonial-hacker",
  sign: "third party recommends a named 'hacker' or 'expert' on social media",
  examples: ["Contact @cyber_fixer on Instagram, he got my pictures back", "Thanks to this ethical hacker on Telegram all was deleted"],
  patterns: [
    String.raw`\b(?:contact|message|dm|text|reach|thanks to|met|recommend|hit up|inbox|hire|hired|legit|trusted|referred|write to|found|try)\b.{0,60}\b(?:hackers?|(?:recovery|recover|cyber|tech|hack|spy)[ _-]?(?:experts?|agents?|specialists?|pro|genius|gurus?|wizards?|fixers?|ghost|team))`,
    String.raw`\b(?:hackers?|(?:recovery|cyber|tech)[ _-]?(?:expert|agent|specialist|pro|genius|guru|wizard|fixer)\w{0,12})\b.{0,60}\b(?:helped me|saved me|saved my|legit|trusted|recommend|got (?:it|them|my|back)|he is (?:good|the best)|contact|dm|text him|message)`,
    String.raw`\b(?:contact|message|dm|text|hit up|reach out to|write to|inbox|try)\b.{0,10}@\w{2,40}.{0,60}\b(?:legit|he(?:'s| is| can| will| got| helped)|she(?:'s| is| can| will| got| helped)|they(?:'re| are| can| will| got| helped)|(?:remov|delet|recover)\w{1,4})`,
    String.raw`\bthanks to\b.{0,60}\b(?:removed|deleted|recovered|got back|retrieved|wiped)\b`,
    String.raw`\b(?:he|she|they|who|guy) (?:\w{1,12} )?(?:hacked|recovered|retrieved|wiped|deleted|removed|got back|got)\b.{0,40}\b(?:my|all my|the) (?:\w{1,12} )?(?:nudes?|pics?|pictures?|photos?|videos?|account|money|ex|phone)\b && (?:\bhit (?:him|her|them) up|\bsaved my life|\bon (?:ig|insta|instagram|telegram|tg)\b|\bdm\b|\bcontact\b|\btext (?:him|her)|@\w{3,40}|\blegit\b|\bhighly recommend)`,
    String.raw`~~ \b(?:genius|guru|wizard|hacker|experts?|specialist|guy|man|lady|person|someone|agent)\b.{0,30}\b(?:fixed|fixes|solved|sorted|helped|saved|removed|deleted|recovered|got (?:it|them|my))\b && (?:@\w{3,40}|\b(?:his|her|their) (?:insta|ig|telegram|number|whatsapp|contact|page)\b|\b(?:dm|contact|inbox|text|message) (?:him|her|them)\b) && \b(?:blackmail\w{0,3}|leak\w{0,3}|nudes?|pics|pictures?|photos?|videos?|hacked|scam\w{0,4}|s?extort\w{0,5}|same thing|same situation|everything|all)\b`,
    String.raw`~~ \b(?:contacted|messaged|texted|wrote to|hired|met|found|lost hope|came across)\b && \b(?:tech|hack\w{0,5}|cyber\w{0,12}|wizard|guru|genius|expert|specialist|spy\w{0,6}|fixer|recovery|ghost)\b && \b(?:he|she|they|who|it) (?:\w{1,12} )?(?:deleted|removed|recovered|wiped|erased|got|fixed|helped|retrieved)\b && \b(?:instagram|insta|ig|telegram|whatsapp|facebook|tiktok|gmail|mail|dm)\b`,
  ],
  negation: "cancels",
  severity: "high",
  note: null,
  source: {
    text: "FBI warning on recovery adverts, https://phienbanmoi.antoanthongtin.gov.vn/tin/fbi-canh-bao-ve-su-gia-tang-cac-vu-lua-dao-thu-hoi-tien-dien-tu (comments and social media)",
    date: null,
    confidence: "thirdParty",
  },
} satisfies WarningSign;
