import type { Applies } from "./types.ts";

export const linkApplies: Applies<
  | "link.added.v1"
  | "link.repeated.v1"
  | "link.noted.v1"
  | "link.pictures-set.v1"
  | "link.checked.v1"
  | "link.set-aside.v1"
  | "link.taken-up.v1"
  | "search.noted.v1"
  | "site.noted.v1"
> = {
  // Every field is spelled out: a literal that begins with a spread is several times slower, and there may be 10,000 of these.
  "link.added.v1": (draft, { seq, at, offset }, { link: id, text, key, host, site, platform }) => {
    const added = draft.links.add(id, {
      seq,
      at,
      offset,
      id,
      text,
      key,
      host,
      site,
      platform,
      repeats: [],
      notes: {},
      pictures: [],
      evidence: [],
      reports: [],
      checks: [],
      search: {},
      setAside: null,
    });
    if (!added) return;
    draft.linkByKey.add(key, id);
    const known = draft.sites.get(site) ?? { name: site, platform, links: [], evidence: [], facts: {} };
    draft.sites.set(site, { ...known, links: draft.lists.append(known.links, id) });
  },
  "link.repeated.v1": (draft, _, { link, text }) =>
    draft.links.update(link, (known) =>
      text === known.text || known.repeats.includes(text) ? known : { ...known, repeats: draft.lists.append(known.repeats, text) },
    ),
  "link.noted.v1": (draft, _, { link, field, value }) =>
    draft.links.update(link, (known) => ({ ...known, notes: { ...known.notes, [field]: value } })),
  "link.pictures-set.v1": (draft, _, { link, pictures }) => draft.links.update(link, (known) => ({ ...known, pictures })),
  "link.checked.v1": (draft, origin, { link, found, by }) =>
    draft.links.update(link, (known) => ({ ...known, checks: draft.lists.append(known.checks, { ...origin, found, by }) })),
  "link.set-aside.v1": (draft, _, { link, reason }) => draft.links.update(link, (known) => ({ ...known, setAside: reason })),
  "link.taken-up.v1": (draft, _, { link }) => draft.links.update(link, (known) => ({ ...known, setAside: null })),
  "search.noted.v1": (draft, origin, { link, engine, state }) =>
    draft.links.update(link, (known) => ({ ...known, search: { ...known.search, [engine]: { ...origin, state } } })),
  "site.noted.v1": (draft, _, { site, fact, value }) =>
    draft.sites.update(site, (known) => ({ ...known, facts: { ...known.facts, [fact]: value } })),
};
