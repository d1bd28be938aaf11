import { agesVerdict } from "../../case/ages.ts";
import type { Read } from "../../case/decode.ts";
import type { CaseEvent, EventKind, Id, SubjectKey } from "../../case/events.ts";
import type { CaseState } from "../../case/state.ts";
import type { Choices, Part } from "./choices.ts";
import { subjectFilter } from "./subjects.ts";

type Body<K extends EventKind> = Extract<CaseEvent, { kind: K }>["body"];
type Rule<K extends EventKind> = (body: Body<K>, allows: Allows) => boolean;

/** What the choices say about one thing. */
interface Allows {
  readonly part: (part: Part, id?: Id) => boolean;
  readonly link: (id: Id) => boolean;
  readonly evidence: (id: Id) => boolean;
  readonly covered: (report: Id) => boolean;
  /** No word of the message is covered, or the person gives all of it. */
  readonly whole: (message: Id) => boolean;
  readonly subject: (key: SubjectKey) => boolean;
  /** Fingerprints of a picture, whose name stands beside them. */
  readonly print: (picture: Id | undefined) => boolean;
  readonly pictureOf: (fingerprint: Id) => Id | undefined;
}

const never = (): boolean => false;
const link = ({ link: id }: { readonly link: Id }, allows: Allows): boolean => allows.link(id);

/** For each kind: may an entry of it go? An allow-list; a kind without a rule does not compile. */
const rules: { readonly [K in EventKind]: Rule<K> } = {
  "case.opened.v1": never,
  // A log's id and size would tell what else there is; how it was kept safe is nobody's business.
  "case.opened.v2": never,
  "case.merged.v1": never,
  "case.backed-up.v1": never,
  "case.backed-up.v2": never,
  "case.closed.v1": never,
  "case.reopened.v1": never,
  "fact.answered.v1": (_, allows) => allows.part("answers"),
  "picture.added.v1": ({ picture }, allows) => allows.part("links", picture),
  "picture.age-answered.v1": ({ picture }, allows) => allows.part("links", picture),
  // What a picture shows can name faith, sexuality or work: only with the answers.
  "picture.described.v1": ({ picture }, allows) => allows.part("answers", picture),
  "link.added.v1": link,
  "link.repeated.v1": link,
  "link.noted.v1": link,
  "link.pictures-set.v1": link,
  "link.checked.v1": link,
  "link.set-aside.v1": link,
  "link.taken-up.v1": link,
  "search.noted.v1": link,
  "text.kept.v1": ({ text }, allows) => allows.part("notes", text),
  "place.added.v1": ({ place }, allows) => allows.part("links", place),
  "place.checked.v1": ({ place }, allows) => allows.part("links", place),
  "profile.added.v1": ({ profile }, allows) => allows.part("links", profile),
  "profile.checked.v1": ({ profile }, allows) => allows.part("links", profile),
  "site.noted.v1": ({ site }, allows) => allows.subject(`site:${site}`),
  "evidence.added.v1": ({ evidence }, allows) => allows.evidence(evidence),
  "evidence.added.v2": ({ evidence }, allows) => allows.evidence(evidence),
  "evidence.questioned.v1": ({ evidence }, allows) => allows.evidence(evidence),
  "evidence.about-added.v1": ({ evidence, about }, allows) => allows.evidence(evidence) && about.every(allows.subject),
  "evidence.original-forgotten.v1": ({ evidence }, allows) => allows.evidence(evidence),
  // Whoever has a fingerprint can look for the picture by it: it goes only where it is ticked, and never of somebody under 18.
  "evidence.fingerprinted.v1": ({ evidence }, allows) => allows.part("fingerprints") && allows.evidence(evidence),
  "fingerprint.made.v1": ({ picture }, allows) => allows.print(picture),
  "fingerprint.compared.v1": ({ fingerprint, about }, allows) => allows.print(allows.pictureOf(fingerprint)) && allows.subject(about),
  // The covered text stands where the text would.
  "message.covered.v1": never,
  "message.added.v1": ({ message }, allows) => allows.part("messages", message) && allows.whole(message),
  "report.sent.v1": ({ report }, allows) => allows.part("reports", report) && allows.covered(report),
  "report.answered.v1": ({ report }, allows) => allows.part("reports", report) && allows.covered(report),
  "hash.submitted.v1": (_, allows) => allows.part("reports"),
  "account.added.v1": ({ account }, allows) => allows.part("accounts", account),
  "account.checked.v1": ({ account }, allows) => allows.part("accounts", account),
  "person.added.v1": ({ person }, allows) => allows.part("people", person),
  "person.told.v1": ({ person }, allows) => allows.part("people", person),
  "step.done.v1": ({ subject }, allows) => allows.part("steps") && allows.subject(subject),
  "step.skipped.v1": ({ subject }, allows) => allows.part("steps") && allows.subject(subject),
  "step.taken-up.v1": ({ subject }, allows) => allows.part("steps") && allows.subject(subject),
  // It counts what is not in the bundle as well; the custody file says the outcome.
  "record.checked.v1": never,
  // Who else was given a copy is nobody's business.
  "bundle.sealed.v1": never,
  "bundle.sealed.v2": never,
};

/** The test of one entry against the choices. */
export const entryFilter = (state: CaseState, choices: Choices): ((read: Read) => boolean) => {
  const part = (name: Part, id?: Id): boolean => choices.parts.has(name) && (id === undefined || !choices.without.has(id));
  const subject = subjectFilter(state, choices);
  const allows: Allows = {
    part,
    link: (id) => subject(`link:${id}`),
    evidence: (id) => choices.evidence.has(id),
    // A report's text names what it covers: it goes only with all of it.
    covered: (id) => (state.reports.get(id)?.covers ?? []).every(subject),
    whole: (message) => (state.messages.get(message)?.covered ?? null) === null || choices.evidence.has(message),
    subject,
    print: (picture) =>
      picture !== undefined && part("fingerprints") && part("links", picture) && agesVerdict(state, [picture]) === "adult",
    pictureOf: (fingerprint) => state.fingerprints.get(fingerprint)?.picture,
  };
  return (read) => {
    if (read.as !== "read") return false;
    // Sound: each rule takes the body of its own kind.
    const rule = rules[read.event.kind] as (body: CaseEvent["body"], allows: Allows) => boolean;
    return rule(read.event.body, allows);
  };
};
