import type { Draft } from "../draft.ts";
import type { EvidenceEvent } from "../evidence-events.ts";
import type { Id, SubjectKey } from "../events.ts";
import type { Bodies } from "../kinds.ts";
import type { Origin } from "../state.ts";
import { parseSubject, searchParts } from "../subject.ts";
import type { Applies } from "./types.ts";

const addTo = (draft: Draft, table: "links" | "places" | "profiles", id: string, evidence: Id): void => {
  const grown = <E extends { readonly evidence: readonly Id[] }>(known: E): E =>
    known.evidence.includes(evidence) ? known : { ...known, evidence: draft.lists.append(known.evidence, evidence) };
  if (table === "links") draft.links.update(id, grown);
  else if (table === "places") draft.places.update(id, grown);
  else draft.profiles.update(id, grown);
};

/** Files an item under everything it is about, and under the sites of its links. `isAgain`: it may stand there already. */
const file = (draft: Draft, evidence: Id, about: readonly SubjectKey[], isAgain = false): void => {
  const sites = new Set<string>();
  for (const key of about) {
    const subject = parseSubject(key);
    if (subject === undefined) continue;
    const { kind, id } = subject;
    const link = kind === "link" ? id : kind === "search" ? searchParts(id).link : undefined;
    if (link !== undefined) {
      addTo(draft, "links", link, evidence);
      const site = draft.links.get(link)?.site;
      if (site !== undefined && kind === "link") sites.add(site);
    } else if (kind === "place") addTo(draft, "places", id, evidence);
    else if (kind === "profile") addTo(draft, "profiles", id, evidence);
    else if (kind === "site") sites.add(id);
  }
  for (const site of sites) {
    draft.sites.update(site, (known) =>
      isAgain && known.evidence.includes(evidence) ? known : { ...known, evidence: draft.lists.append(known.evidence, evidence) },
    );
  }
};
const union = <T>(known: readonly T[], more: readonly T[]): readonly T[] => [...new Set([...known, ...more])];

/** What an entry of the first version did not say. */
const notSaid = { fileTime: null, capturedFrom: null, misnamed: false, source: null } as const;
const add = (draft: Draft, origin: Origin, { evidence: id, ...rest }: Bodies["evidence.added.v2"]): void => {
  if (draft.evidence.add(id, { ...origin, id, ...rest, questions: null, forgotten: false, fingerprint: null })) file(draft, id, rest.about);
};

export const evidenceApplies: Applies<EvidenceEvent["kind"] | "text.kept.v1"> = {
  "evidence.added.v1": (draft, origin, body) => add(draft, origin, { ...body, ...notSaid }),
  "evidence.added.v2": add,
  "evidence.questioned.v1": (draft, _, { evidence, address, date, uploader }) =>
    draft.evidence.update(evidence, (known) => ({ ...known, questions: { address, date, uploader } })),
  "evidence.about-added.v1": (draft, _, { evidence, about, pictures }) => {
    if (draft.evidence.get(evidence) === undefined) return;
    draft.evidence.update(evidence, (known) => ({
      ...known,
      about: union(known.about, about),
      pictures: union(known.pictures, pictures),
    }));
    file(draft, evidence, about, true);
  },
  "evidence.original-forgotten.v1": (draft, _, { evidence }) => draft.evidence.update(evidence, (known) => ({ ...known, forgotten: true })),
  "evidence.fingerprinted.v1": (draft, _, { evidence, md5, pdq, quality }) =>
    draft.evidence.update(evidence, (known) => ({ ...known, fingerprint: { md5, pdq, quality } })),
  "fingerprint.made.v1": (draft, origin, { fingerprint: id, ...rest }) => {
    draft.fingerprints.add(id, { ...origin, id, ...rest });
  },
  "fingerprint.compared.v1": (draft, origin, body) => {
    draft.comparisons = draft.lists.append(draft.comparisons, { ...origin, ...body });
  },
  "message.added.v1": (draft, origin, { message: id, ...rest }) => {
    draft.messages.add(id, { ...origin, id, ...rest, covered: null });
  },
  "message.covered.v1": (draft, _, { message, text, original }) =>
    draft.messages.update(message, (known) => ({ ...known, covered: { text, original } })),
  "text.kept.v1": (draft, origin, { text: id, value, why, about }) => {
    draft.texts.add(id, { ...origin, id, value, why, about });
  },
};
