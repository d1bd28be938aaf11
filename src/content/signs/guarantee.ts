import { removal } from "../sign-words.ts";
import type { WarningSign } from "../types.ts";

export default {
  id: "guarantee",
  sign: "promises certain or total removal or recovery",
  examples: ["100% guaranteed removal from the entire internet", "We permanently delete every copy in 24 hours"],
  patterns: [
    String.raw`\b(?:guarantee[ds]?|100 ?%|hundred per ?cent).{0,50}\b(?:remov|delet|eras|wip(?:e|ing)|recover|take ?down|scrub|success|gone|results?|vanish|disappear)\w{0,6}`,
    String.raw`\b(?:remov|delet|eras|wip|recover|scrub|take ?down|taken down|gone|vanish|disappear|never be seen)\w{0,6}\b.{0,50}(?:\bguarantee[ds]?\b|\b100 ?%|\bhundred per ?cent\b)`,
    String.raw`\b(?:remove|delete|erase|wipe|scrub|clean|destroy)\b.{0,30}\b(?:every (?:single |last )?(?:copy|trace|link|file)|all (?:the |of the )?(?:copies|traces|links))\b`,
    String.raw`\b(?:whole|entire|all of the) (?:internet|web)\b && \b(?:remov|delet|eras|clean|scrub|wip)\w{0,6}`,
    String.raw`\b(?:9\d|100) ?(?:%|per ?cent) (?:success|removal|recovery)|\bsuccess rate\b`,
    String.raw`\b(?:promise|swear|assure you|make sure|ensure)\b.{0,50}\b(?:gone|removed|deleted|erased|wiped|vanish|disappear|never be seen|never (?:show|appear))\b`,
    String.raw`\b(?:permanently|completely|totally|forever) (?:remove|delete|erase|wipe|scrub|clean)\b`,
    String.raw`\b(?:gone|vanish|disappear|removed|deleted)\b.{0,15}\b(?:for good|for ever|forever)\b && \b(?:we|our|i can|i will|i'll)\b`,
    String.raw`\bnothing (?:is |will be )?left\b.{0,20}\b(?:anywhere|online|internet|web|of it)\b`,
    String.raw`\b(?:all|every|no) traces?\b.{0,25}\b(?:wiped?|removed|deleted|erased|gone|left|remains?)\b`,
    String.raw`\b100 ?(?:%|per ?cent) (?:safe|legal|sure|certain|clean|legit|guaranteed|anonymous)`,
    String.raw`\b(?:give you my word|you have my word)\b`,
    String.raw`\b(?:we|our|i|you can relax|within (?:a|one|two|\d{1,2}) (?:day|days|hours?|minutes?))\b && \b(?:disappear|vanish|deleted?|removed?|erased?|gone|wiped?)\b.{0,25}\b(?:permanently|for good|forever|completely|everywhere|from (?:the |all )?(?:web|internet|websites|sites|platforms)) !! \b(?:we have (?:permanently )?(?:removed|deleted)|has been|have been|was|were|can only|your account|cannot|if it)\b`,
    String.raw`\bguarantee\b.{0,25}\b(?:nobody|no one|never|complete|total|full)\b`,
    String.raw`\bmoney back\b && \b${removal}\b`,
    String.raw`\b(?:complete|total|full) removal from\b`,
  ],
  negation: "cancels",
  severity: "high",
  note: null,
  source: {
    text: "https://consumer.ftc.gov/articles/refund-and-recovery-scams (page known from public repos; content read via https://scamwatch.com/article/how-refund-and-recovery-services-re-scam-victims-prevention-guide); helplines say removal is never guaranteed: https://swgfl.org.uk/helplines/revenge-porn-helpline/",
    date: null,
    confidence: "thirdParty",
  },
} satisfies WarningSign;
