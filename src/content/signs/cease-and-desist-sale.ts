import { amount, offender } from "../sign-words.ts";
import type { WarningSign } from "../types.ts";

export default {
  id: "cease-and-desist-sale",
  sign: "sells a 'cease and desist' or 'legal warning' to the criminal",
  examples: ["For 500 we issue a cease and desist order to the blackmailer"],
  patterns: [
    String.raw`(?:${amount}|\bfor \d{2,5}\b|\b(?:package|price|buy|purchase|order)\b).{0,80}\b(?:cease[- ](?:and|&)[- ]desist|legal warning|official warning)\b !! \b(?:i asked|my lawyer|a lawyer|solicitor|legal aid|my ex)\b`,
    String.raw`\b(?:cease[- ](?:and|&)[- ]desist|legal warning|official warning)\b.{0,60}(?:${amount}|\bfor (?:only )?\d{2,5}\b|\b(?:package|price|costs?)\b) !! \b(?:i asked|my lawyer|a lawyer|solicitor|legal aid|my ex)\b`,
    String.raw`\b(?:cease[- ](?:and|&)[- ]desist|(?:official |formal )?legal (?:warning|threat)|official warning)\b.{0,50}\b${offender}\b`,
    String.raw`\b(?:send|serve|issue|deliver)\w{0,2}\b.{0,30}\b${offender}\b.{0,30}\b(?:cease[- ](?:and|&)[- ]desist|legal (?:warning|notice|threat)|official (?:legal )?warning)\b`,
    String.raw`~~ \b(?:cease[- ](?:and|&)[- ]desist|legal warning|official warning)\b && (?:${amount}|\b(?:costs?|price|fee|package) ?:? ?\d{2,5}\b) && \b(?:we|our)\b !! \b(?:i asked|my lawyer|a lawyer|solicitor|legal aid|my ex|engagement letter)\b`,
  ],
  negation: "cancels",
  severity: "high",
  note: null,
  source: {
    text: "FBI PSA of 2023-04-07 on for-profit 'sextortion assistance' companies, as reported at https://breachtrace.com/securite/le-fbi-met-en-garde-contre-les-entreprises-qui-exploitent-les-victimes-de-sextorsion-a-des-fins-lucratives/ and https://www.prsol.cc/fbi-warns-of-companies-exploiting-sextortion-victims-for-profit/",
    date: null,
    confidence: "thirdParty",
  },
} satisfies WarningSign;
