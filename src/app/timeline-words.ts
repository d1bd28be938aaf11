import type { CaseEvent, EventKind, FactId, Id } from "../case/events.ts";
import type { CaseState } from "../case/state.ts";
import type { UiKey } from "../content/locales/index.ts";
import type { TimelineSaying, TimelineValue } from "./timeline.ts";

/** Names that live in content, not in the catalogue; each answers with the id itself when it does not know it. */
export interface TimelineTexts {
  readonly step: (id: string) => string;
  readonly service: (id: string) => string;
  readonly engine: (id: string) => string;
}

type Body<K extends EventKind> = Extract<CaseEvent, { kind: K }>["body"];
type Sayings = { readonly [K in EventKind]: (body: Body<K>, state: CaseState, texts: TimelineTexts) => TimelineSaying };

const link = (state: CaseState, id: Id): string => state.links.get(id)?.text ?? id;
const picture = (state: CaseState, id: Id): string => state.pictures.get(id)?.label ?? id;
const found = { gone: "gone", "still-there": "still", "cant-tell": "cant-tell" } as const;

const answer = (value: string): TimelineValue =>
  value === "yes" ? { word: "timeline.yes" } : value === "no" ? { word: "timeline.no" } : value;

/** Answers that are more than yes or no, as the screens say them. */
const answerWords: Readonly<Record<string, UiKey>> = {
  "happened posted": "opening.happened-posted",
  "happened threatened": "opening.happened-threatened",
  "happened both": "timeline.happened-both",
  "happened other": "opening.happened-other",
  "role me": "question.role-me",
  "role child": "question.role-child",
  "role helping": "question.role-helping",
  "role school": "question.role-school",
  "police later": "question.police-later",
};
const factAnswer = (fact: FactId, value: string): TimelineValue => {
  if (fact === "country") return { country: value };
  const word = value === "unsure" ? "common.not-sure" : answerWords[`${fact} ${value}`];
  return word === undefined ? answer(value) : { word };
};

const fileAdded = ({ name, role, size, sha256 }: Body<"evidence.added.v1"> | Body<"evidence.added.v2">): TimelineSaying => ({
  key: "timeline.evidence-added",
  values: { name, role: { word: `timeline.role-${role}` }, size: { bytes: size }, digest: sha256 },
});

const sealedFor = ({ label }: { readonly label: string }): TimelineSaying => ({ key: "timeline.bundle", values: { label } });

const backedUp = ({ entries, files, leftOut }: Body<"case.backed-up.v1">): TimelineSaying => ({
  key: leftOut === 0 ? "timeline.backed-up" : "timeline.backed-up-without",
  values: { n: entries, files, out: leftOut },
});

/** A row for every kind: a kind without words does not compile. */
export const timelineWords: Sayings = {
  "case.opened.v1": () => ({ key: "timeline.case-opened" }),
  "case.opened.v2": () => ({ key: "timeline.case-restored" }),
  "case.merged.v1": ({ entries }) => ({ key: "timeline.case-merged", values: { n: entries } }),
  "case.backed-up.v1": backedUp,
  "case.backed-up.v2": ({ reader, ...body }) =>
    reader === null
      ? backedUp(body)
      : {
          key: body.leftOut === 0 ? "timeline.backed-up-for" : "timeline.backed-up-for-without",
          values: { n: body.entries, files: body.files, out: body.leftOut, reader: { word: `custody.reader-${reader}` } },
        },
  "case.closed.v1": () => ({ key: "timeline.case-closed" }),
  "case.reopened.v1": () => ({ key: "timeline.case-reopened" }),
  "fact.answered.v1": ({ fact, value }) => {
    const question = { word: `timeline.fact-${fact}` } as const;
    return value === null
      ? { key: "timeline.fact-skipped", values: { question } }
      : { key: "timeline.fact", values: { question, answer: factAnswer(fact, value) } };
  },
  "picture.added.v1": ({ label }) => ({ key: "timeline.picture", values: { label } }),
  "picture.age-answered.v1": ({ picture: id, age }, state) => ({
    key: "timeline.picture-age",
    values: { label: picture(state, id), age: { word: `timeline.age-${age}` } },
  }),
  "picture.described.v1": ({ picture: id }, state) => ({ key: "timeline.picture-described", values: { label: picture(state, id) } }),
  "link.added.v1": ({ text }) => ({ key: "timeline.link", values: { link: text } }),
  "link.repeated.v1": ({ text }) => ({ key: "timeline.link-repeated", values: { text } }),
  "link.noted.v1": ({ link: id, field, value }, state) => ({
    key: "timeline.link-noted",
    values: { link: link(state, id), field: { word: `timeline.field-${field}` }, value },
  }),
  "link.pictures-set.v1": ({ link: id }, state) => ({ key: "timeline.link-pictures", values: { link: link(state, id) } }),
  "link.checked.v1": ({ link: id, found: was }, state) => ({ key: `timeline.link-${found[was]}`, values: { link: link(state, id) } }),
  "link.set-aside.v1": ({ link: id, reason }, state) => ({ key: "timeline.link-aside", values: { link: link(state, id), reason } }),
  "link.taken-up.v1": ({ link: id }, state) => ({ key: "timeline.link-up", values: { link: link(state, id) } }),
  "search.noted.v1": ({ link: id, engine, state: now }, state, texts) => ({
    key: `timeline.search-${now}`,
    values: { link: link(state, id), engine: texts.engine(engine) },
  }),
  "text.kept.v1": ({ value, why }) => ({ key: why === "note" ? "timeline.note" : "timeline.text", values: { text: value } }),
  "place.added.v1": ({ name }) => ({ key: "timeline.place", values: { name } }),
  "place.checked.v1": ({ place, found: was }, state) => ({
    key: `timeline.place-${found[was]}`,
    values: { name: state.places.get(place)?.name ?? place },
  }),
  "profile.added.v1": ({ handle }) => ({ key: "timeline.profile", values: { handle } }),
  "profile.checked.v1": ({ profile, found: was }, state) => ({
    key: `timeline.profile-${found[was]}`,
    values: { handle: state.profiles.get(profile)?.handle ?? profile },
  }),
  "site.noted.v1": ({ site, fact, value }) => ({
    key: "timeline.site",
    values: { site, fact: { word: `timeline.site-${fact}` }, answer: answer(value) },
  }),
  "evidence.added.v1": fileAdded,
  "evidence.added.v2": (body, state) =>
    body.source === null
      ? fileAdded(body)
      : {
          key: `timeline.evidence-${body.source.how}`,
          values: {
            name: body.name,
            from: state.evidence.get(body.source.evidence)?.name ?? body.source.sha256,
            at: body.source.at,
            size: { bytes: body.size },
            digest: body.sha256,
          },
        },
  "evidence.questioned.v1": ({ evidence, address, date, uploader }, state) => ({
    key: "timeline.evidence-questioned",
    values: {
      name: state.evidence.get(evidence)?.name ?? evidence,
      address: { word: `timeline.seen-${address}` },
      date: { word: `timeline.seen-${date}` },
      uploader: { word: `timeline.seen-${uploader}` },
    },
  }),
  "evidence.about-added.v1": ({ evidence }, state) => ({
    key: "timeline.evidence-again",
    values: { name: state.evidence.get(evidence)?.name ?? evidence },
  }),
  "evidence.original-forgotten.v1": ({ evidence }, state) => ({
    key: "timeline.evidence-forgotten",
    values: { name: state.evidence.get(evidence)?.name ?? evidence },
  }),
  "evidence.fingerprinted.v1": ({ evidence }, state) => ({
    key: "timeline.fingerprinted",
    values: { name: state.evidence.get(evidence)?.name ?? evidence },
  }),
  "fingerprint.made.v1": ({ picture: id, sha256 }, state) => ({
    key: "timeline.fingerprint-made",
    values: { label: picture(state, id), digest: sha256 },
  }),
  "fingerprint.compared.v1": ({ fingerprint, verdict }, state) => ({
    key: `timeline.compared-${verdict}`,
    values: { label: picture(state, state.fingerprints.get(fingerprint)?.picture ?? fingerprint) },
  }),
  "message.covered.v1": ({ message }, state) => ({
    key: "timeline.message-covered",
    values: { name: state.messages.get(message)?.name ?? message },
  }),
  "message.added.v1": ({ from, name, text }) => ({
    key: "timeline.message",
    values: { from, name: name === "" ? text.slice(0, 80) : name },
  }),
  "report.sent.v1": ({ site, route, sentAt, reference }) => ({
    key: reference === "" ? "timeline.report-unreferenced" : "timeline.report",
    values: { site, route: { word: `report.route-${route}` }, sent: { instant: sentAt }, reference },
  }),
  "report.answered.v1": ({ report, answer: said }, state) => ({
    key: "timeline.answer",
    values: { site: state.reports.get(report)?.site ?? report, answer: { word: `report.answer-${said}` } },
  }),
  "hash.submitted.v1": ({ service, caseNumber }, _state, texts) => ({
    key: "timeline.hash",
    values: { service: texts.service(service), number: caseNumber },
  }),
  "account.added.v1": ({ service, login }) => ({ key: "timeline.account", values: { service, login } }),
  "account.checked.v1": ({ account, check, result }, state) => ({
    key: `timeline.account-${result}`,
    values: { service: state.accounts.get(account)?.service ?? account, check: { word: `timeline.check-${check}` } },
  }),
  "person.added.v1": ({ name, relation }) => ({ key: "timeline.person", values: { name, relation } }),
  "person.told.v1": ({ person }, state) => ({ key: "timeline.told", values: { name: state.people.get(person)?.name ?? person } }),
  "step.done.v1": ({ step }, _state, texts) => ({ key: "timeline.step-done", values: { step: texts.step(step) } }),
  "step.skipped.v1": ({ step, reason }, _state, texts) => ({ key: "timeline.step-skipped", values: { step: texts.step(step), reason } }),
  "step.taken-up.v1": ({ step }, _state, texts) => ({ key: "timeline.step-up", values: { step: texts.step(step) } }),
  "record.checked.v1": ({ entries, files, damaged }) =>
    damaged === 0
      ? { key: "timeline.record-fine", values: { entries, files } }
      : { key: "timeline.record-damaged", values: { n: damaged } },
  "bundle.sealed.v1": sealedFor,
  "bundle.sealed.v2": sealedFor,
};
