import { never, police } from "../sign-words.ts";
import type { WarningSign } from "../types.ts";

export default {
  id: "discourages-police",
  sign: "tells you not to contact police, helpline or platform",
  examples: ["Do not contact the police, it will make him publish", "Keep this confidential, do not tell the helpline"],
  patterns: [
    String.raw`${never}.{0,25}\b(?:contact\w{0,3}|tell\w{0,3}|call\w{0,3}|involv\w{1,3}|report\w{0,3}|go|going|speak\w{0,3}|talk\w{0,3}|inform\w{0,3}|notify\w{0,3}|alert\w{0,3}|bring\w{0,3})\b.{0,25}\b${police}\b !! \b(?:codes?|pin|passwords?|if you do not want|before you (?:saved|have saved)|(?:told|asked|tells) me)\b`,
    String.raw`\b(?:do not|don't|dont|never|must not|mustn't|should not|shouldn't|can't|cannot)\b(?! (?:have|need|want)) ?(?:\w{1,12} )?\b(?:tell|speak to|talk to|inform|say (?:it|this|anything) to)\b.{0,6}\b(?:anyone|anybody|nobody|no one|a soul|your (?:parents|family|friends|mum|mom|wife|husband))\b !! \b(?:codes?|pin|passwords?|number|surprise|party|gift|present)\b`,
    String.raw`\b(?:no|without) (?:police|cops|lawyers|authorities)\b(?! (?:reports?|records?|station|was|were|came|number|officer)) !! \bwill (?:ever )?(?:ask|need|call)\b|\bneeded\b`,
    String.raw`\bno (?:need|reason|point|use) (?:to|in) (?:\w{1,12} ){0,2}?(?:report\w{0,3}|contact\w{0,3}|call\w{0,3}|involv\w{1,3}|tell\w{0,3}|go\w{0,3})\b.{0,40}\b(?:police|authorit\w{1,3}|cops|fbi|law enforcement|helpline|anyone|never do) !! \b(?:first|to us|directly|us)\b`,
    String.raw`\b(?:police|cops|authorities|helplines?|hotlines?|law enforcement|platform)\b.{0,30}\b(?:slows?|make (?:it|things|him|her|them|everything)(?: (?:only|all))? worse|can't (?:help|do)|cannot (?:help|do)|can not (?:help|do)|won't (?:help|do)|will not (?:help|do)|never (?:help|do|care)|do nothing|does nothing|are useless|is useless|will laugh|don't care|do not care|take your phone|blame you|nothing happens)\b`,
    String.raw`\b(?:going|go|went|talking|reporting|reports?)\b.{0,12}\bto (?:the )?(?:police|cops|authorities|fbi)\b.{0,15}\b(?:will|would|makes?|means|only)\b.{0,15}\b(?:make|him|publish|worse|slow|delay|anger|provoke)`,
    String.raw`\bif (?:you|u) (?:go|talk|report|call|tell|contact|involve|run)\b.{0,25}\b(?:police|cops|anyone|anybody|authorities|fbi)\b.{0,60}\b(?:publish|posts?|leak|sends?|upload|release|goes|expose|regret|over)\b`,
    String.raw`\b(?:keep|keeps|stay|stays|remain|remains) (?:\w{1,12} )?(?:between us|between you and (?:me|us)|secret|quiet)\b`,
    String.raw`\bif any(?:one|body) (?:hears|knows|finds out|learns|else)\b`,
    String.raw`${never}.{0,12}\breport\b.{0,20}\b(?:account|profile|him|me|us|it|page|chat)\b && \b(?:angry|anger|publish|upload|worse|slows?|posts?|leaks?|regret|release)\b`,
    String.raw`\b(?:talk|speak|tell|say (?:it|this|anything))\b (?:to )?(?:about (?:it|this) )?(?:to )?(?:nobody|no one|noone)\b !! \b(?:surprise|party|present|codes?|pin|passwords?)\b`,
    String.raw`\bforget (?:about )?(?:the )?(?:police|cops|authorities|helpline)\b`,
    String.raw`\b(?:police|cops|authorities)\b.{0,30}\b(?:can(?:not|'t| not)? do (?:anything|nothing)|won't do (?:anything|nothing)|do not do anything|don't do anything|has no power|have no power)\b`,
    String.raw`\bif (?:you|u) (?:go|talk|report|call|tell|contact|involve|run|inform|speak)\b.{0,40}\b(?:anyone|anybody|police|cops|fbi|authorities|someone|helpline|platform|parents?|your \w{1,12})\b.{0,30}\b(?:cancel\w{0,3}|closed|lose|stops?|worse|dead|sorry|over|blocked|void|ends?)\b`,
    String.raw`\b(?:police|cops|law enforcement)\b.{0,30}\b(?:our (?:agreement|deal|arrangement)|about this deal)\b`,
  ],
  negation: "kept",
  severity: "high",
  note: null,
  source: {
    text: "FBI PSA of 2023-04-07 on for-profit 'sextortion assistance' companies, as reported at https://breachtrace.com/securite/le-fbi-met-en-garde-contre-les-entreprises-qui-exploitent-les-victimes-de-sextorsion-a-des-fins-lucratives/ and https://www.prsol.cc/fbi-warns-of-companies-exploiting-sextortion-victims-for-profit/",
    date: null,
    confidence: "thirdParty",
  },
} satisfies WarningSign;
