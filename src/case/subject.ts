import { isProblem, oneOf, set, type Reader, badValue } from "./fields.ts";
import type { Id, SubjectKey, SubjectKind } from "./events.ts";
import { limits } from "./limits.ts";
import type { CaseState } from "./state.ts";

export interface Subject {
  readonly kind: SubjectKind;
  /** "" for the case itself. */
  readonly id: string;
}

export const caseSubject: SubjectKey = "case";

export const subjectKey = (kind: Exclude<SubjectKind, "case">, id: string): SubjectKey => `${kind}:${id}`;

const kindOf: Reader<SubjectKind> = oneOf<SubjectKind>({
  case: true,
  site: true,
  link: true,
  place: true,
  picture: true,
  profile: true,
  account: true,
  report: true,
  search: true,
  message: true,
  person: true,
});
const idShape = /^[0-9a-f]{32}$/u;
const searchShape = /^[0-9a-f]{32}\/[a-z0-9][a-z0-9._-]{0,63}$/u;

/** `case`, or `<kind>:<id>` → its parts; undefined when it is neither. */
export const parseSubject = (key: SubjectKey): Subject | undefined => {
  if (key === caseSubject) return { kind: "case", id: "" };
  const colon = key.indexOf(":");
  const kind = colon < 0 ? badValue : kindOf(key.slice(0, colon));
  if (isProblem(kind) || kind === "case") return undefined;
  const id = key.slice(colon + 1);
  const fits = kind === "site" ? id.length <= limits.host : (kind === "search" ? searchShape : idShape).test(id);
  return fits ? { kind, id } : undefined;
};

export const subject: Reader<SubjectKey> = (value) => (typeof value === "string" && parseSubject(value) !== undefined ? value : badValue);
/** What one report or one file is about. */
export const subjects = set(subject, limits.subjects);

/** The link and the engine of a search subject's id. */
export const searchParts = (id: string): { readonly link: Id; readonly engine: string } => ({
  link: id.slice(0, 32),
  engine: id.slice(33),
});

/** Is there such a thing in the case? */
export const isKnown = (state: CaseState, key: SubjectKey): boolean => {
  const found = parseSubject(key);
  if (found === undefined) return false;
  switch (found.kind) {
    case "case":
      return true;
    case "site":
      return state.sites.has(found.id);
    case "link":
      return state.links.has(found.id);
    case "place":
      return state.places.has(found.id);
    case "picture":
      return state.pictures.has(found.id);
    case "profile":
      return state.profiles.has(found.id);
    case "account":
      return state.accounts.has(found.id);
    case "report":
      return state.reports.has(found.id);
    case "search":
      return state.links.has(searchParts(found.id).link);
    case "message":
      return state.messages.has(found.id);
    case "person":
      return state.people.has(found.id);
  }
};
