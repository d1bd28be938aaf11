import type { CaseState } from "../case/state.ts";
import { rolesOf } from "./link-view.ts";
import type { ReportSlot } from "./report-view.ts";
import { blankView, linkBits, type View } from "./view.ts";

/** Requests that name the site as a whole. */
const askedOfSites = (slots: Iterable<ReportSlot>): ReadonlyMap<string, number> => {
  const asked = new Map<string, number>();
  for (const { info } of slots) {
    if (info.removal) continue;
    const { route, covers } = info.report;
    const bit =
      route === "preservation"
        ? linkBits["preservation-asked"]
        : route === "reupload-prevention"
          ? linkBits["prevention-asked"] | (info.answer === null ? 0 : linkBits["prevention-answered"])
          : 0;
    for (const key of covers) if (key.startsWith("site:")) asked.set(key.slice(5), (asked.get(key.slice(5)) ?? 0) | bit);
  }
  return asked;
};

/** A site is what its links are that were not set aside; with none left it is set aside itself. */
export const siteViews = (
  state: CaseState,
  names: readonly string[],
  links: readonly View[],
  slots: Iterable<ReportSlot>,
): readonly View[] => {
  const count = names.length;
  const bits = new Int32Array(count);
  const ages = new Int32Array(count);
  const shows = new Int32Array(count);
  const roles = new Int32Array(count);
  const live = new Uint8Array(count);
  const seqs = new Int32Array(count).fill(-1);
  for (const link of links) {
    const at = link.site;
    if (at < 0) continue;
    roles[at] = (roles[at] ?? 0) | link.roles;
    seqs[at] = Math.max(seqs[at] ?? -1, link.seq);
    // Whose age counts does not change by setting a link aside: `decide` asks for all pictures of the site.
    ages[at] = (ages[at] ?? 0) | link.ages;
    if ((link.bits & linkBits["set-aside"]) !== 0) continue;
    live[at] = 1;
    bits[at] = (bits[at] ?? 0) | link.bits;
    shows[at] = (shows[at] ?? 0) | link.shows;
  }
  const asked = askedOfSites(slots);
  return names.map((name, at): View => {
    const site = state.sites.get(name);
    const aside = live[at] === 0 ? linkBits["set-aside"] : 0;
    return {
      ...blankView,
      key: `site:${name}`,
      id: name,
      seq: seqs[at] ?? -1,
      site: at,
      platform: site?.platform ?? null,
      facts: site?.facts ?? blankView.facts,
      ages: ages[at] ?? 0,
      shows: shows[at] ?? 0,
      bits: (bits[at] ?? 0) | (asked.get(name) ?? 0) | aside,
      roles: (roles[at] ?? 0) | rolesOf(site?.evidence ?? [], state.evidence),
    };
  });
};
