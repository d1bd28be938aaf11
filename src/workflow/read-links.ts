import type { Id } from "../case/events.ts";
import type { CaseState, Site } from "../case/state.ts";
import { isMinorNow, linkView, pictureBits, rolesOf, together, type PictureBits } from "./link-view.ts";
import { cover, type ReportSlot } from "./report-view.ts";
import { ageBits, type View } from "./view.ts";

/** Reports of a thing, in its order; those that are not known are left out. `into` is emptied first. */
export const slotsOf = (ids: readonly Id[], slots: ReadonlyMap<Id, ReportSlot>, into: ReportSlot[] = []): readonly ReportSlot[] => {
  into.length = 0;
  for (const id of ids) {
    const slot = slots.get(id);
    if (slot !== undefined) into.push(slot);
  }
  return into;
};

const unknownPicture: PictureBits = { ages: ageBits.unanswered, shows: 0 };

interface SitePlace {
  readonly name: string;
  readonly at: number;
  readonly site: Site | undefined;
}
const noSite: SitePlace = { name: "", at: -1, site: undefined };

/** A view of every link in their order; what a report covers is counted into its slot on the way. */
export const readLinks = (state: CaseState, nowMs: number, slots: ReadonlyMap<Id, ReportSlot>, whole: PictureBits): readonly View[] => {
  const minorNow = isMinorNow(state);
  const perPicture = new Map<Id, PictureBits>();
  for (const [id, picture] of state.pictures) perPicture.set(id, pictureBits(picture, minorNow));
  const picturesOf = (ids: readonly Id[]): PictureBits => {
    const first = ids[0];
    if (first === undefined) return whole;
    return ids.length === 1 ? (perPicture.get(first) ?? unknownPicture) : together(ids.map((id) => perPicture.get(id) ?? unknownPicture));
  };
  const places = new Map<string, SitePlace>();
  for (const [name, site] of state.sites) places.set(name, { name, at: places.size, site });

  const views: View[] = [];
  const own: ReportSlot[] = [];
  let place = noSite;
  for (const link of state.links.values()) {
    slotsOf(link.reports, slots, own);
    if (place.name !== link.site) place = places.get(link.site) ?? noSite;
    const pictures = picturesOf(link.pictures);
    const roles = link.evidence.length === 0 ? 0 : rolesOf(link.evidence, state.evidence);
    const view = linkView(link, { nowMs, siteAt: place.at, site: place.site, pictures, roles, slots: own });
    views.push(view);
    for (const slot of own) cover(slot, view);
  }
  return views;
};
