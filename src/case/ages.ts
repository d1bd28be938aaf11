import type { Id, SubjectKey } from "./events.ts";
import type { CaseState, Picture } from "./state.ts";
import { parseSubject, searchParts } from "./subject.ts";

/**
 * What the age rules say about some pictures taken together. Everyone counts: one picture of somebody under 18 decides for all,
 * and a picture whose age is not answered, or answered "don't know", counts as under 18 until answered.
 */
export type AgeVerdict = "adult" | "under-18" | "unknown";

/** Age when the picture was taken. A person who is under 18 today was so then too, whatever was answered before. */
export const ageOf = (state: CaseState, picture: Id): Picture["age"] =>
  state.facts.minorNow === "yes" ? "under18" : (state.pictures.get(picture)?.age ?? "unanswered");

const together = (ages: Iterable<Picture["age"]>): AgeVerdict => {
  let verdict: AgeVerdict | undefined;
  for (const age of ages) {
    if (age === "under18") return "under-18";
    if (age !== "adult") verdict = "unknown";
    else verdict ??= "adult";
  }
  return verdict ?? "unknown";
};

/** Of several verdicts, each about all that something shows, the one that lets least through. */
export const strictest = (verdicts: readonly AgeVerdict[]): AgeVerdict =>
  verdicts.includes("under-18") ? "under-18" : verdicts.every((one) => one === "adult") ? "adult" : "unknown";

/** Kept beside the map it was worked out from, since 10,000 links may ask for it. */
const wholeCase = new WeakMap<ReadonlyMap<Id, Picture>, AgeVerdict>();

/** All pictures of the case together; a case without any is unknown. */
export const caseVerdict = (state: CaseState): AgeVerdict => {
  if (state.facts.minorNow === "yes") return "under-18";
  const known = wholeCase.get(state.pictures);
  if (known !== undefined) return known;
  const verdict = together([...state.pictures.values()].map((picture) => picture.age));
  wholeCase.set(state.pictures, verdict);
  return verdict;
};

/** These pictures together; where none is named, all of the case, since nobody said which it is. */
export const agesVerdict = (state: CaseState, pictures: readonly Id[]): AgeVerdict =>
  pictures.length === 0 ? caseVerdict(state) : together(pictures.map((picture) => ageOf(state, picture)));

/** What a report covers, and what a message is about. */
export const subjectsIn = (state: CaseState, key: SubjectKey): readonly SubjectKey[] => {
  const subject = parseSubject(key);
  if (subject?.kind === "report") return state.reports.get(subject.id)?.covers ?? [];
  return subject?.kind === "message" ? (state.messages.get(subject.id)?.about ?? []) : [];
};

/** Pages that a subject itself names: a link, the one that a search was for, or those of a site. */
export const linksIn = (state: CaseState, key: SubjectKey): readonly Id[] => {
  const subject = parseSubject(key);
  if (subject?.kind === "link") return [subject.id];
  if (subject?.kind === "search") return [searchParts(subject.id).link];
  return subject?.kind === "site" ? (state.sites.get(subject.id)?.links ?? []) : [];
};

const addPicturesOf = (state: CaseState, key: SubjectKey, seen: Set<SubjectKey>, found: Set<Id>): void => {
  const subject = parseSubject(key);
  if (subject === undefined || seen.has(key)) return;
  seen.add(key);
  const { kind, id } = subject;
  if (kind === "picture") found.add(id);
  for (const link of linksIn(state, key)) state.links.get(link)?.pictures.forEach((picture) => found.add(picture));
  for (const inner of subjectsIn(state, key)) addPicturesOf(state, inner, seen, found);
};

/**
 * Pictures that these subjects show, as far as the person has said: of a site those of its links, of a report those of what it covers, of a message
 * those of what it is about.
 */
export const picturesOf = (state: CaseState, subjects: readonly SubjectKey[]): readonly Id[] => {
  const seen = new Set<SubjectKey>();
  const found = new Set<Id>();
  for (const key of subjects) addPicturesOf(state, key, seen, found);
  return [...found];
};

/** Like `agesVerdict` for a report: a subject that names no picture counts as any of the case. */
export const subjectsVerdict = (state: CaseState, subjects: readonly SubjectKey[]): AgeVerdict => {
  const unnamed = subjects.some((key) => picturesOf(state, [key]).length === 0);
  return agesVerdict(state, unnamed ? [] : picturesOf(state, subjects));
};
