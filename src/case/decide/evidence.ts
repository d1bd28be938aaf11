import { agesVerdict } from "../ages.ts";
import type { Id } from "../events.ts";
import { fileVerdict, isMedia, isRawMail, mailVerdict, mediaCode, seenInCopies } from "../media.ts";
import type { Bodies } from "../kinds.ts";
import { limits } from "../limits.ts";
import type { CaseState } from "../state.ts";
import { isKnown } from "../subject.ts";
import { decideOne, fresh, must, withReason, type Code, type Decides } from "./outcome.ts";

type NewEvidence = Bodies["evidence.added.v2"];

/** Compared only while the original is still kept: one that was forgotten may be brought in again. */
const duplicate = (state: CaseState, { evidence, file, sha256 }: NewEvidence): Code | undefined => {
  for (const item of state.evidence.values()) {
    if (item.id === evidence || item.file === file) return "already-there";
    if (item.sha256 === sha256 && !item.forgotten) return "evidence-already-there";
  }
  return undefined;
};

const subjectsKnown = (state: CaseState, { about, pictures }: Pick<NewEvidence, "about" | "pictures">): boolean =>
  about.every((key) => isKnown(state, key)) && pictures.every((picture) => state.pictures.has(picture));

/** With what it would belong to and show then, the item has to be one that could come in. */
const joinedCode = (state: CaseState, body: Bodies["evidence.about-added.v1"]): Code | undefined => {
  const item = state.evidence.get(body.evidence);
  if (item === undefined) return "unknown-subject";
  const about = [...new Set([...item.about, ...body.about])];
  const pictures = [...new Set([...item.pictures, ...body.pictures])];
  const isSame = about.length === item.about.length && pictures.length === item.pictures.length;
  // Who is named on a copy of it counts for it already: writing that on the item itself, before the copy is erased, lets nothing in.
  const seen = seenInCopies(state, item.id);
  const isTold = body.about.length === 0 && body.pictures.every((picture) => seen.includes(picture));
  return (
    (isMedia(item.type) && !isTold ? mediaCode(fileVerdict(state, { ...item, about, pictures })) : undefined) ??
    must(subjectsKnown(state, body)) ??
    (item.forgotten ? "already-there" : isSame ? "nothing-to-add" : undefined) ??
    (about.length > limits.subjects || pictures.length > limits.few ? "too-long" : undefined)
  );
};

/** A raw e-mail may carry pictures. Where none may enter, its text is kept instead: nothing, or a `.txt` with the attachments dropped. */
const rawMail = (state: CaseState, mail: Bodies["message.added.v1"]): Code | undefined =>
  isRawMail(mail) ? mediaCode(mailVerdict(state, mail.about)) : undefined;

/** A copy names the file that it was made from, as it is kept here; nothing else does. */
const sourceSound = (state: CaseState, { came, source }: NewEvidence): Code | undefined => {
  if ((came === "made") !== (source !== null)) return "bad-value";
  if (source === null) return undefined;
  const item = state.evidence.get(source.evidence);
  return item === undefined ? "unknown-subject" : item.sha256 === source.sha256 ? undefined : "bad-value";
};

/** Ages for what is fingerprinted: a fingerprint is made from the picture itself. */
const pictureCode = (state: CaseState, picture: Id): Code | undefined =>
  must(state.pictures.has(picture)) ?? mediaCode(agesVerdict(state, [picture]));

/** The same file gives the same again, unless another browser could read its pixels. */
const sameFingerprint = (state: CaseState, made: Bodies["fingerprint.made.v1"]): Code | undefined =>
  [...state.fingerprints.values()].some(
    ({ picture, sha256, pdq }) => picture === made.picture && sha256 === made.sha256 && pdq === made.pdq,
  )
    ? "already-there"
    : undefined;

export const evidenceDecides: Decides<
  | "add-evidence"
  | "question-evidence"
  | "add-evidence-about"
  | "forget-original"
  | "fingerprint-evidence"
  | "make-fingerprint"
  | "compare-fingerprint"
  | "add-message"
  | "cover-message"
> = {
  /** The age rules come first: nothing else about the file matters where it may not be kept. */
  "add-evidence": (state, command) =>
    decideOne(
      "evidence.added.v2",
      command,
      (body) =>
        (isMedia(body.type) ? mediaCode(fileVerdict(state, body)) : undefined) ??
        must(subjectsKnown(state, body)) ??
        sourceSound(state, body) ??
        duplicate(state, body),
    ),
  "question-evidence": (state, command) =>
    decideOne("evidence.questioned.v1", command, ({ evidence }) => must(state.evidence.has(evidence))),
  "add-evidence-about": (state, command) => decideOne("evidence.about-added.v1", command, (body) => joinedCode(state, body)),
  "forget-original": (state, command) =>
    withReason(command.reason, () =>
      decideOne("evidence.original-forgotten.v1", command, ({ evidence }) => {
        const item = state.evidence.get(evidence);
        return item === undefined ? "unknown-subject" : item.forgotten ? "already-there" : undefined;
      }),
    ),
  "fingerprint-evidence": (state, command) =>
    decideOne("evidence.fingerprinted.v1", command, ({ evidence }) => {
      const item = state.evidence.get(evidence);
      if (item === undefined) return "unknown-subject";
      return mediaCode(fileVerdict(state, item)) ?? (item.forgotten ? "already-there" : undefined);
    }),
  "make-fingerprint": (state, command) =>
    decideOne(
      "fingerprint.made.v1",
      command,
      (body) => pictureCode(state, body.picture) ?? fresh(state.fingerprints, body.fingerprint) ?? sameFingerprint(state, body),
    ),
  "compare-fingerprint": (state, command) =>
    decideOne("fingerprint.compared.v1", command, ({ fingerprint, about }) => {
      const known = state.fingerprints.get(fingerprint);
      if (known === undefined || !isKnown(state, about)) return "unknown-subject";
      // What is held against it was found there, so those of that page count as well.
      return (
        pictureCode(state, known.picture) ??
        mediaCode(fileVerdict(state, { type: "image/png", pictures: [known.picture], about: [about], source: null }))
      );
    }),
  "cover-message": (state, command) => decideOne("message.covered.v1", command, ({ message }) => must(state.messages.has(message))),
  "add-message": (state, command) =>
    decideOne(
      "message.added.v1",
      command,
      (body) => fresh(state.messages, body.message) ?? must(body.about.every((key) => isKnown(state, key))) ?? rawMail(state, body),
    ),
};
