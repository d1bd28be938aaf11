/** Word lists that several sign patterns share, as regular-expression sources. Plain alternatives only: no gaps, no open repeats. */

/** A sum with a currency, or with cents. */
export const amount = String.raw`(?:[$€£] ?\d[\d.,]{0,9}|\d[\d.,]{0,9} ?(?:usd|eur|gbp|dollars?|euros?|pounds?|bucks|quid|[$€£])|\d{1,4}\.\d\d\b)`;

/** Ways to pay that cannot be called back. */
export const untraceable = String.raw`(?:gift ?cards?|(?:steam|itunes|apple|google play|amazon|razer gold|razer|vanilla|prepaid) (?:gift )?(?:cards?|vouchers?)|paysafe(?:card)?|binance|skrill|bitcoins?|btc|usdt|tether|ethereum|crypto(?:currency|currencies)?|monero|western union|moneygram|wire transfer|cash ?app|zelle|venmo|trc-?20)`;

/** Photos and videos. */
export const image = String.raw`(?:photos?|pictures?|images?|videos?|pics?|vids?|footage|nudes?|recordings?|clips?|screenshots?)`;

/** People somebody would not want to see it. */
export const people = String.raw`(?:followers?|friends?|famil(?:y|ies)|contacts?|contact list|boss|school|workplace|job|wife|husband|partner|bf|gf|boyfriend|girlfriend|fianc[eé]e?|parents?|mum|mom|dad|mother|father|brother|sister|cousin|aunt|uncle|son|daughter|kids|teacher|employer|colleagues|co-?workers|neighbou?rs|church|class(?:mates)?|town|university)`;

/** "your sister", "all ur friends", "everyone". */
export const audience = String.raw`(?:(?:your|ur|yr) (?:\w{1,12} ){0,2}${people}|all (?:of )?(?:your|ur) ${people}|every(?:one|body)|every (?:site|website|page|group)|(?:the )?whole (?:school|town|family|internet|world|class)|porn ?sites?)`;

/** Who is threatened with, by the name of the one who hurts. */
export const offender = String.raw`(?:criminals?|blackmailers?|extort(?:er|or|ionist)s?|offenders?|perpetrators?|scammers?|hackers?|abusers?)`;

/** First person and what comes between it and the verb. */
export const iWill = String.raw`\b(?:i|we|ill|i'll|we'll|i'm|im|we're|i'd)(?: (?:will|am|are|going to|gonna|can|just|then|also|have to|shall|already)){0,3}`;

/** A condition, or what is wanted in return. */
export const orElse = String.raw`\b(?:if|unless|or|otherwise|else|until|till|dont|don't|do not|answer me|do what|do as|block me|every (?:hour|day|minute)|pay|money|\d{3,6}|tonight|last chance|obey|listen)\b`;

export const police = String.raw`(?:police|cops?|fbi|ic3|law enforcement|authorit(?:y|ies)|helplines?|hotlines?|lawyers?|attorneys?|the (?:platform|site|app|bank)|your bank)`;
export const never = String.raw`\b(?:do not|don't|dont|never|avoid|must not|mustn't|should not|shouldn't|refrain from|better not|not to)\b(?! (?:forget|hesitate|wait|be (?:afraid|scared)|worry|delay|have to|need to|want|wish|feel))`;

/** What a removal or recovery is about. */
export const removal = String.raw`(?:remov\w{0,5}|delet\w{0,4}|take ?downs?|tak(?:e|ing|en) (?:it |them |this )?down|eras\w{1,4}|recover\w{0,4}|leak\w{0,3}|blackmail\w{0,3}|hash|s?extort\w{0,5})`;

/** Somebody tells what another person does, or speaks of everyday things: no demand of the writer. */
export const told = String.raw`\b(?:he|she|they|someone|somebody|person) (?:keeps?|says?|said|writes?|wrote|threatens?|threatened|wants?|ha[sd]|have|asks?|asked|demands?)\b|\b(?:helpline|hotline|counsellor|support (?:worker|person)|recipe|wedding|concert|birthday|holiday|baby|album|invoice|subscription|your order|school trip|school play|class photo|if (?:you|u) (?:want|like|need|prefer|agree))\b`;
