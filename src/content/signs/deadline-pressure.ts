import type { WarningSign } from "../types.ts";

export default {
  id: "deadline-pressure",
  sign: "pushes you to act in minutes or hours",
  examples: ["You have 2 hours before your case closes", "Act now or the file will be released"],
  patterns: [
    String.raw`\b(?:you(?:'ve)? (?:only )?(?:have|got)|u (?:have|got|only have)|only|(?:in|within) the next)\b.{0,8}\b(?:\d{1,3}|one|two|three|a few) ?(?:minutes?|mins?|hours?|hrs?|days?)\b`,
    String.raw`\b(?:act (?:now|fast|quickly|today|immediately)|last (?:chance|warning)|final (?:chance|warning)|time is running out|clock is ticking|before it(?:'s| is) too late)\b`,
    String.raw`\b(?:case|offer|window|file|slot)\b.{0,15}\b(?:closes?|expires?|ends?)\b.{0,20}\b(?:in \d|at midnight|tonight|today|soon|\d{1,2} ?(?:am|pm))`,
    String.raw`\b(?:by|until|till) (?:tonight|midnight|noon|tomorrow|\d{1,2} ?(?:am|pm|o'clock))\b`,
    String.raw`\b(?:within|in) (?:the next )?\d{1,3} ?(?:minutes?|mins?|hours?|hrs?)\b.{0,20}\b(?:otherwise|or (?:i|we|it|the)|else)\b`,
    String.raw`\b(?:deleted|closed|blocked|published|released|suspended) in \d{1,3} ?(?:minutes?|mins?|hours?|hrs?)\b`,
    String.raw`\b(?:today|now|tonight) to avoid (?:arrest|prosecution|publication)\b`,
    String.raw`\bevery (?:hour|minute|day) (?:you|u) (?:wait|delay|don't|dont)\b`,
  ],
  negation: "cancels",
  severity: "medium",
  note: null,
  source: {
    text: "https://consumer.ftc.gov/articles/refund-and-recovery-scams (page known from public repos; content read via https://scamwatch.com/article/how-refund-and-recovery-services-re-scam-victims-prevention-guide)",
    date: null,
    confidence: "thirdParty",
  },
} satisfies WarningSign;
