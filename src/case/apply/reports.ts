import type { Draft } from "../draft.ts";
import type { Id, SubjectKey } from "../events.ts";
import { parseSubject, searchParts } from "../subject.ts";
import type { Origin } from "../state.ts";
import type { Applies } from "./types.ts";

/** Files a report under the links, places and profiles that it names. A request to a search engine is also a state of that search. */
const file = (draft: Draft, origin: Origin, report: Id, covers: readonly SubjectKey[], asksEngine: boolean): void => {
  const grown = <E extends { readonly reports: readonly Id[] }>(known: E): E => ({
    ...known,
    reports: draft.lists.append(known.reports, report),
  });
  for (const key of covers) {
    const subject = parseSubject(key);
    if (subject === undefined) continue;
    if (subject.kind === "link") draft.links.update(subject.id, grown);
    else if (subject.kind === "place") draft.places.update(subject.id, grown);
    else if (subject.kind === "profile") draft.profiles.update(subject.id, grown);
    else if (subject.kind === "search" && asksEngine) {
      const { link, engine } = searchParts(subject.id);
      draft.links.update(link, (known) => ({ ...known, search: { ...known.search, [engine]: { ...origin, state: "asked" } } }));
    }
  }
};

export const reportApplies: Applies<
  "report.sent.v1" | "report.answered.v1" | "hash.submitted.v1" | "bundle.sealed.v1" | "bundle.sealed.v2"
> = {
  "report.sent.v1": (draft, origin, { report: id, ...rest }) => {
    if (draft.reports.add(id, { ...origin, id, ...rest, answers: [] })) file(draft, origin, id, rest.covers, rest.route === "de-index");
  },
  "report.answered.v1": (draft, origin, { report, answer, answeredAt, note, message }) =>
    draft.reports.update(report, (known) => ({
      ...known,
      answers: draft.lists.append(known.answers, { ...origin, answer, answeredAt, note, message }),
    })),
  "hash.submitted.v1": (draft, origin, body) => {
    draft.hashCases = draft.lists.append(draft.hashCases, { ...origin, ...body });
  },
  "bundle.sealed.v1": (draft, origin, { bundle: id, evidence, ...rest }) => {
    const files = evidence.map((item) => ({ item, copy: undefined }));
    draft.bundles = draft.lists.append(draft.bundles, { ...origin, id, ...rest, files });
  },
  "bundle.sealed.v2": (draft, origin, { bundle: id, ...rest }) => {
    draft.bundles = draft.lists.append(draft.bundles, { ...origin, id, ...rest });
  },
};
