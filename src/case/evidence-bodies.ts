import {
  count,
  digest,
  filled,
  flag,
  id,
  ids,
  instant,
  isProblem,
  badValue,
  label,
  list,
  md5,
  nullable,
  oneOf,
  shape,
  text,
  word,
  type Reader,
} from "./fields.ts";
import type { CopySource, EvidenceEvent } from "./evidence-events.ts";
import type { Bodies } from "./kinds.ts";
import { limits } from "./limits.ts";
import { subject, subjects } from "./subject.ts";
import { evidenceRole, fingerprintVerdict, seen, timeSource } from "./words.ts";

const file = {
  evidence: id,
  file: id,
  name: label,
  sha256: digest,
  size: count,
  type: filled(limits.label),
  role: evidenceRole,
  about: subjects,
  pictures: ids,
  capturedAt: nullable(instant),
  capturedBy: oneOf({ person: true, helper: true, other: true }),
} as const;

const source = shape<CopySource>({
  evidence: id,
  sha256: digest,
  how: oneOf({ covered: true, stripped: true, page: true, still: true }),
  at: label,
});
/** Whole number from 0 to `max`. */
const upTo =
  (max: number): Reader<number> =>
  (value) => {
    const read = count(value);
    return !isProblem(read) && read > max ? badValue : read;
  };
const fingerprint = { md5: nullable(md5), pdq: nullable(digest), quality: nullable(upTo(100)) } as const;

/** The bodies of evidence-events.ts; see bodies.ts. */
export const evidenceBodies: { readonly [K in EvidenceEvent["kind"]]: Reader<Bodies[K]> } = {
  "evidence.added.v1": shape({ ...file, came: oneOf({ import: true, paste: true, drop: true, share: true }) }),
  "evidence.added.v2": shape({
    ...file,
    came: oneOf({ import: true, paste: true, drop: true, share: true, made: true }),
    fileTime: nullable(instant),
    capturedFrom: nullable(timeSource),
    misnamed: flag,
    source: nullable(source),
  }),
  "evidence.questioned.v1": shape({ evidence: id, address: seen, date: seen, uploader: seen }),
  "evidence.about-added.v1": shape({ evidence: id, about: subjects, pictures: ids }),
  "evidence.original-forgotten.v1": shape({ evidence: id, reason: filled(limits.note) }),
  "evidence.fingerprinted.v1": shape({ evidence: id, ...fingerprint }),
  "fingerprint.made.v1": shape({ fingerprint: id, picture: id, sha256: digest, size: count, type: filled(limits.label), ...fingerprint }),
  "fingerprint.compared.v1": shape({
    fingerprint: id,
    about: subject,
    sha256: digest,
    pdq: nullable(digest),
    quality: nullable(upTo(100)),
    distance: nullable(upTo(256)),
    verdict: fingerprintVerdict,
  }),
  "message.added.v1": shape({
    message: id,
    from: label,
    file: nullable(id),
    name: label,
    sha256: nullable(digest),
    size: count,
    text: text(limits.excerpt),
    count,
    channel: oneOf({ whatsapp: true, email: true, chat: true, sms: true, other: true }),
    signs: list(word, limits.few),
    attachmentsDropped: count,
    about: subjects,
  }),
  "message.covered.v1": shape({ message: id, text: text(limits.notice), original: digest }),
};
