import { agesVerdict, type AgeVerdict } from "../case/ages.ts";
import type { Command } from "../case/commands.ts";
import type { FingerprintVerdict, Id, SubjectKey } from "../case/events.ts";
import type { CaseState, Comparison, KeptFingerprint } from "../case/state.ts";
import type { Fingerprinted } from "../evidence/fingerprint.ts";
import { compare, leastQuality, sameWithin, type Compared } from "../evidence/same-picture.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { wouldAccept } from "./intake.ts";
import type { App, AppError } from "./types.ts";

export { leastQuality, sameWithin };

/** Why a file has no fingerprint of what it looks like; null: it has one. */
export type NoPdq = Fingerprinted["noPdq"];

/** Answers `false` to stop. Bytes done. */
export type OnBytes = (done: number) => boolean;

/** May a file of this picture be read at all? Asked before any chooser opens. */
export const pictureVerdict = (state: CaseState, picture: Id): AgeVerdict => agesVerdict(state, [picture]);

/** Of a picture, in the order they were made. */
export const fingerprintsOf = (state: CaseState, picture: Id): readonly KeptFingerprint[] =>
  [...state.fingerprints.values()].filter((one) => one.picture === picture);

/** Pictures that something can be held against: those of the page if it is known which, else all. */
export const comparablePictures = (state: CaseState, link: Id | undefined): readonly Id[] => {
  const made = [...new Set([...state.fingerprints.values()].map(({ picture }) => picture))];
  const shown = link === undefined ? [] : (state.links.get(link)?.pictures ?? []);
  const both = made.filter((picture) => shown.includes(picture));
  return both.length > 0 ? both : made;
};

/** What came of it earlier, newest first. */
export const comparisonsOf = (state: CaseState, picture: Id, about: SubjectKey | null): readonly Comparison[] =>
  state.comparisons
    .filter((one) => state.fingerprints.get(one.fingerprint)?.picture === picture && (about === null || one.about === about))
    .toReversed();

/** What stands in an entry before the file was read, to ask `decide` first. */
const unread = { sha256: "0".repeat(64), md5: null, pdq: null, quality: null } as const;

/**
 * Reads a file once and keeps only what it is told by. `decide` is asked before a byte is read. Answers why there is no fingerprint of
 * what it looks like, if there is none; the other two are there in any case.
 */
export const makeFingerprint = async (app: App, picture: Id, file: Blob, onBytes: OnBytes): Promise<Result<NoPdq, AppError>> => {
  const { view, sample } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  // As with files: nobody should try the app out with a real picture.
  if (sample) return err({ code: "vault-full" });
  const make = (made: typeof unread | Omit<Fingerprinted, "turned" | "noPdq">): Command => {
    const { sha256, md5, pdq, quality } = made;
    const [size, type] = "size" in made ? [made.size, made.type] : [0, "image/png"];
    return { do: "make-fingerprint", fingerprint: app.newId(), picture, sha256, md5, pdq, quality, size, type };
  };
  const allowed = wouldAccept(app, make(unread));
  if (!allowed.ok) return allowed;
  const read = await (await app.fingerprints()).ofFile(file, onBytes);
  if (!read.ok) return read;
  const sent = await app.send(make(read.value), view.caseId);
  return sent.ok ? ok(read.value.noPdq) : sent;
};

/** The same of a kept file, decrypted piece by piece in the worker. */
export const fingerprintKept = async (app: App, evidence: Id, onBytes: OnBytes): Promise<Result<NoPdq, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  const allowed = wouldAccept(app, { do: "fingerprint-evidence", evidence, md5: null, pdq: null, quality: null });
  if (!allowed.ok) return allowed;
  const item = view.state.evidence.get(evidence);
  if (item === undefined) return err({ code: "unknown-subject" });
  const read = await (await app.fingerprints()).ofKept({ caseId: view.caseId, file: item.file, size: item.size }, onBytes);
  if (!read.ok) return read;
  const { sha256, md5, pdq, quality, noPdq } = read.value;
  if (sha256 !== item.sha256) return err({ code: "vault-damaged", where: "file" });
  const sent = await app.send({ do: "fingerprint-evidence", evidence, md5, pdq, quality }, view.caseId);
  return sent.ok ? ok(noPdq) : sent;
};

/** What holding a file against a picture's fingerprints came to. */
export interface Held extends Compared {
  readonly noPdq: NoPdq;
  /** Either has too little in it to be told by. */ readonly isPlain: boolean;
}

/** Of several fingerprints of one picture the closest counts. */
const order: readonly FingerprintVerdict[] = ["same-file", "same-picture", "cant-tell", "different"];
const closest = <T extends Compared>(all: readonly T[]): T | undefined =>
  all.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || (a.distance ?? 256) - (b.distance ?? 256))[0];

/** Is this file the same picture? It is read once and not kept; what came of it is. `decide` is asked before a byte is read. */
export const holdAgainst = async (
  app: App,
  picture: Id,
  about: SubjectKey,
  file: Blob,
  onBytes: OnBytes,
): Promise<Result<Held, AppError>> => {
  const { view } = app.state();
  if (view.at !== "unlocked") return err({ code: "vault-locked" });
  const known = fingerprintsOf(view.state, picture);
  const [first] = known;
  if (first === undefined) return err({ code: "unknown-subject" });
  const { sha256, pdq, quality } = unread;
  const ask = {
    do: "compare-fingerprint",
    fingerprint: first.id,
    about,
    sha256,
    pdq,
    quality,
    distance: null,
    verdict: "cant-tell",
  } as const;
  const allowed = wouldAccept(app, ask);
  if (!allowed.ok) return allowed;
  const read = await (await app.fingerprints()).ofFile(file, onBytes);
  if (!read.ok) return read;
  const { turned, noPdq, ...other } = read.value;
  const best = closest(known.map((one) => ({ ...compare(one, other, turned), one }))) ?? {
    verdict: "cant-tell",
    distance: null,
    one: first,
  };
  const { one, ...held } = best;
  const sent = await app.send(
    { ...ask, fingerprint: one.id, sha256: other.sha256, pdq: other.pdq, quality: other.quality, ...held },
    view.caseId,
  );
  const isPlain = [one, other].some((print) => print.quality !== null && print.quality < leastQuality);
  return sent.ok ? ok({ ...held, noPdq, isPlain }) : sent;
};
