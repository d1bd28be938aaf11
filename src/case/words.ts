import { badValue, isProblem, nullable, oneOf, shape, type Reader } from "./fields.ts";
import type {
  AccountCheck,
  Age,
  AnswerKind,
  DamageKind,
  EvidenceRole,
  FactId,
  Facts,
  FingerprintVerdict,
  RecipientKind,
  ReportKind,
  Seen,
  Shows,
  SiteFact,
  StoredPart,
  TimeSource,
} from "./events.ts";

/** The closed vocabularies of events.ts, as readers. */
export const age = oneOf<Age>({ adult: true, under18: true, unknown: true });
export const shows = oneOf<Shows>({
  intimate: true,
  underwear: true,
  "no-religious-dress": true,
  "outs-me": true,
  fake: true,
  sold: true,
  "filmed-secretly": true,
});
export const evidenceRole = oneOf<EvidenceRole>({
  listing: true,
  content: true,
  chat: true,
  profile: true,
  search: true,
  answer: true,
  receipt: true,
  access: true,
  other: true,
});
export const storedPart = oneOf<StoredPart>({
  segment: true,
  head: true,
  chunk: true,
  keyring: true,
  draft: true,
  secret: true,
  catalogue: true,
  orphan: true,
});
export const damageKind = oneOf<DamageKind>({ missing: true, altered: true, older: true, unexpected: true });
export const seen = oneOf<Seen>({ yes: true, no: true, "cant-tell": true });
export const timeSource = oneOf<TimeSource>({ screen: true, file: true, memory: true, other: true });
export const fingerprintVerdict = oneOf<FingerprintVerdict>({
  "same-file": true,
  "same-picture": true,
  different: true,
  "cant-tell": true,
});
export const answerKind = oneOf<AnswerKind>({
  received: true,
  "needs-more": true,
  removed: true,
  refused: true,
  partly: true,
  silent: true,
});
export const reportKind = oneOf<ReportKind>({
  "platform-form": true,
  "us-take-it-down": true,
  "eu-dsa-16": true,
  "eu-gdpr-17": true,
  "us-dmca-512": true,
  host: true,
  cdn: true,
  registrar: true,
  regulator: true,
  "de-index": true,
  "reupload-prevention": true,
  impersonation: true,
  preservation: true,
  hotline: true,
  other: true,
});
export const accountCheck = oneOf<AccountCheck>({
  recorded: true,
  passphrase: true,
  "second-factor": true,
  sessions: true,
  forwarding: true,
  recovery: true,
});
export const recipientKind = oneOf<RecipientKind>({ friend: true, helpline: true, lawyer: true, police: true });
export const siteFact = oneOf<SiteFact>({
  "asks-for-money": true,
  "run-by-person": true,
  "reupload-asked": true,
  "reupload-answered": true,
  "preservation-asked": true,
});
export const found = oneOf<"gone" | "still-there" | "cant-tell">({ gone: true, "still-there": true, "cant-tell": true });
export const helper = oneOf<"person" | "helper" | "hotline">({ person: true, helper: true, hotline: true });
export const yesNo = oneOf<"yes" | "no">({ yes: true, no: true });
const yesNoUnsure = oneOf<"yes" | "no" | "unsure">({ yes: true, no: true, unsure: true });

/** ISO 3166-1 alpha-2 in upper case; the United Kingdom is GB. */
const country: Reader<string> = (value) => (typeof value === "string" && /^[A-Z]{2}$/u.test(value) && value !== "UK" ? value : badValue);

const answers: { readonly [F in FactId]: Reader<Facts[F]> } = {
  danger: yesNoUnsure,
  watched: yesNoUnsure,
  happened: oneOf({ posted: true, threatened: true, both: true, unsure: true, other: true }),
  role: oneOf({ me: true, child: true, helping: true, school: true }),
  minorNow: yesNo,
  country,
  access: yesNoUnsure,
  extortion: yesNo,
  paid: yesNo,
  saferDevice: yesNo,
  police: oneOf({ yes: true, no: true, later: true }),
  fileHere: yesNo,
  posterKnown: yesNo,
};

const factId: Reader<FactId> = (value) => (typeof value === "string" && Object.hasOwn(answers, value) ? (value as FactId) : badValue);
const asked = shape<{ readonly fact: FactId; readonly value: unknown }>({ fact: factId, value: (value) => value });

/** A fact and an answer that fits it; null is a question that was skipped. */
export const factAnswer: Reader<{ readonly fact: FactId; readonly value: string | null }> = (body) => {
  const read = asked(body);
  if (isProblem(read)) return read;
  const value = nullable<string>(answers[read.fact])(read.value);
  return isProblem(value) ? value : { fact: read.fact, value };
};
