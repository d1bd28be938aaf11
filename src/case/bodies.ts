import {
  badValue,
  count,
  digest,
  filled,
  flag,
  id,
  ids,
  instant,
  isProblem,
  label,
  list,
  note,
  nothing,
  nullable,
  oneOf,
  set,
  shape,
  text,
  word,
  type Reader,
} from "./fields.ts";
import type { Deadline, EventKind, FoundDamage, LogMark, SealedFile, SecretRef } from "./events.ts";
import { evidenceBodies } from "./evidence-bodies.ts";
import type { Bodies } from "./kinds.ts";
import { limits } from "./limits.ts";
import { subject, subjects } from "./subject.ts";
import {
  accountCheck,
  age,
  answerKind,
  damageKind,
  factAnswer,
  found,
  helper,
  recipientKind,
  reportKind,
  shows,
  siteFact,
  storedPart,
  yesNo,
} from "./words.ts";

const line = filled(limits.line);
const site = text(limits.host);
const platform = nullable(word);
const reason = filled(limits.note);

const secret = shape<SecretRef>({ id, commitment: digest });
const logMark = shape<LogMark>({ log: id, size: count, root: digest });
const deadline = shape<Deadline>({ dueAt: instant, law: label, source: note, sourceDate: label });
const bundle = {
  bundle: id,
  recipient: recipientKind,
  label,
  entries: count,
  continuity: flag,
  holdsLinks: flag,
  sealDigest: digest,
} as const;
const sealedFile = list(shape<SealedFile>({ item: id, copy: nullable(digest) }), limits.files);
/** Nothing goes twice. */
const sealedFiles: Reader<readonly SealedFile[]> = (value) => {
  const files = sealedFile(value);
  return !isProblem(files) && new Set(files.map(({ item }) => item)).size < files.length ? badValue : files;
};
const damage = shape<FoundDamage>({ what: storedPart, number: count, why: damageKind });

const backup = { backup: id, entries: count, files: count, leftOut: count } as const;

/** One row per kind: how its body is read, from disk and before it is written. A kind without a row does not compile. */
export const bodies: { readonly [K in EventKind]: Reader<Bodies[K]> } = {
  ...evidenceBodies,
  "case.opened.v1": shape({ parent: nothing }),
  "case.opened.v2": shape({ parent: logMark }),
  "case.merged.v1": shape({ parent: logMark, entries: count, unsaved: count }),
  "case.backed-up.v1": shape(backup),
  "case.backed-up.v2": shape({ ...backup, reader: nullable(recipientKind) }),
  "case.closed.v1": shape({ kept: note }),
  "case.reopened.v1": shape({}),
  "fact.answered.v1": factAnswer,
  "picture.added.v1": shape({ picture: id, label }),
  "picture.age-answered.v1": shape({ picture: id, age }),
  "picture.described.v1": shape({ picture: id, shows: set(shows, limits.few), takenByPerson: nullable(yesNo) }),
  "link.added.v1": shape({
    link: id,
    text: line,
    key: filled(limits.key),
    host: site,
    site,
    platform,
    from: oneOf({ paste: true, typed: true, import: true }),
  }),
  "link.repeated.v1": shape({ link: id, text: line }),
  "link.noted.v1": shape({
    link: id,
    field: oneOf({ uploader: true, caption: true, "posted-at": true, "found-at": true, hint: true }),
    value: note,
  }),
  "link.pictures-set.v1": shape({ link: id, pictures: ids }),
  "link.checked.v1": shape({ link: id, found, by: helper }),
  "link.set-aside.v1": shape({ link: id, reason }),
  "link.taken-up.v1": shape({ link: id }),
  "search.noted.v1": shape({ link: id, engine: word, state: oneOf({ shown: true, asked: true, out: true }) }),
  "text.kept.v1": shape({
    text: id,
    value: text(limits.line),
    about: subject,
    why: oneOf({ "not-a-link": true, "unusable-link": true, "account-name": true, note: true }),
  }),
  "place.added.v1": shape({ place: id, name: label, platform, invite: text(limits.line), admins: note, numbers: note }),
  "place.checked.v1": shape({ place: id, found, by: helper }),
  "profile.added.v1": shape({ profile: id, handle: label, text: text(limits.line), site, platform, note }),
  "profile.checked.v1": shape({ profile: id, found }),
  "site.noted.v1": shape({ site, fact: siteFact, value: yesNo, note }),
  "report.sent.v1": shape({
    report: id,
    covers: subjects,
    route: reportKind,
    site,
    platform,
    notice: nullable(word),
    text: text(limits.notice),
    missing: list(label, limits.few),
    sentAt: instant,
    reference: label,
    exposure: note,
    deadline: nullable(deadline),
    follows: nullable(id),
    by: helper,
  }),
  "report.answered.v1": shape({ report: id, answer: answerKind, answeredAt: instant, note, message: nullable(id) }),
  "hash.submitted.v1": shape({ service: word, pictures: ids, caseNumber: label, pin: nullable(secret) }),
  "account.added.v1": shape({ account: id, service: label, login: label, resets: list(label, limits.few), note }),
  "account.checked.v1": shape({
    account: id,
    check: accountCheck,
    result: oneOf({ done: true, "not-possible": true, undone: true }),
    note,
  }),
  "person.added.v1": shape({ person: id, name: label, relation: label, told: flag }),
  "person.told.v1": shape({ person: id }),
  "step.done.v1": shape({ step: word, subject, note }),
  "step.skipped.v1": shape({ step: word, subject, reason }),
  "step.taken-up.v1": shape({ step: word, subject }),
  "record.checked.v1": shape({ entries: count, files: count, damaged: count, damage: list(damage, limits.few) }),
  "bundle.sealed.v1": shape({ ...bundle, evidence: set(id, limits.files) }),
  "bundle.sealed.v2": shape({ ...bundle, files: sealedFiles }),
};
