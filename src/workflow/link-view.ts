import type { Id } from "../case/events.ts";
import type { CaseState, Evidence, Link, Picture, Site } from "../case/state.ts";
import { readRemoval } from "./removal-view.ts";
import type { ReportInfo } from "./report-info.ts";
import type { ReportSlot } from "./report-view.ts";
import { ageBits, blankView, linkBits, roleBits, showBits, type View } from "./view.ts";

/** Ages and contents of one or more pictures, as bits. */
export interface PictureBits {
  readonly ages: number;
  readonly shows: number;
}

export const isMinorNow = (state: CaseState): boolean => state.facts.minorNow === "yes";

/** A person who is under 18 today was so then too, whatever was answered before. */
export const pictureBits = (picture: Picture, minorNow: boolean): PictureBits => ({
  ages: minorNow ? ageBits.under18 : ageBits[picture.age],
  shows: picture.shows.reduce((bits, s) => bits | showBits[s], 0),
});

/** No picture named counts as unanswered: the careful branch stays on. */
export const together = (all: Iterable<PictureBits>): PictureBits => {
  let ages = 0;
  let shows = 0;
  for (const one of all) {
    ages |= one.ages;
    shows |= one.shows;
  }
  return { ages: ages === 0 ? ageBits.unanswered : ages, shows };
};

export const rolesOf = (ids: readonly Id[], evidence: ReadonlyMap<Id, Evidence>): number => {
  let roles = 0;
  for (const id of ids) {
    const item = evidence.get(id);
    if (item !== undefined) roles |= roleBits[item.role];
  }
  return roles;
};

const year = 365 * 86_400_000;
/** A date as people write it down first: 2019, 2019-03, 2019-03-08. Anything else is not read. */
const isYearsAgo = (written: string | undefined, nowMs: number): boolean => {
  if (written === undefined || !/^(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?(?!\d)/u.test(written)) return false;
  const ms = Date.UTC(Number(written.slice(0, 4)), Number(written.slice(5, 7) || "12") - 1, Number(written.slice(8, 10) || "28"));
  return ms < nowMs - year;
};

/** What a link's view depends on besides the link itself. */
export interface LinkContext {
  readonly nowMs: number;
  readonly siteAt: number;
  readonly site: Site | undefined;
  readonly pictures: PictureBits;
  readonly roles: number;
  /** In the order of the link's reports. */
  readonly slots: readonly ReportSlot[];
}

const build = (link: Link, { nowMs, siteAt, site, pictures, roles }: LinkContext, infos: readonly ReportInfo[]): View => {
  const removal = readRemoval(link, infos);
  const bits =
    removal.bits |
    (link.setAside === null ? 0 : linkBits["set-aside"]) |
    (link.notes.uploader === undefined ? 0 : linkBits["uploader-noted"]) |
    (isYearsAgo(link.notes["posted-at"], nowMs) ? linkBits["posted-years-ago"] : 0);
  return {
    key: `link:${link.id}`,
    id: link.id,
    seq: link.seq,
    site: siteAt,
    platform: link.platform,
    ages: pictures.ages,
    shows: pictures.shows,
    bits,
    roles,
    checks: 0,
    services: blankView.services,
    search: Object.keys(link.search).length === 0 ? null : link.search,
    facts: site?.facts ?? blankView.facts,
    due: removal.due,
    recheckAt: removal.recheckAt,
    cameBackSeq: removal.cameBackSeq,
    goneSeq: removal.goneSeq,
    answerSeq: removal.answerSeq,
  };
};

const kept = new WeakMap<Link, { readonly view: View; readonly infos: readonly ReportInfo[] }>();

const sameInfos = (infos: readonly ReportInfo[], slots: readonly ReportSlot[]): boolean => {
  if (infos.length !== slots.length) return false;
  for (let i = 0; i < infos.length; i++) if (infos[i] !== slots[i]?.info) return false;
  return true;
};

/**
 * A link as conditions see it. The view of an unchanged link is kept from one plan to the next: after one command nearly all are.
 * Only a date that was written down can change its meaning with time alone, so such a link is always read anew.
 */
export const linkView = (link: Link, context: LinkContext): View => {
  const before = kept.get(link);
  if (before !== undefined && link.notes["posted-at"] === undefined) {
    const { view } = before;
    const { pictures } = context;
    const same =
      view.ages === pictures.ages && view.shows === pictures.shows && view.roles === context.roles && view.site === context.siteAt;
    if (same && view.facts === (context.site?.facts ?? blankView.facts) && sameInfos(before.infos, context.slots)) return view;
  }
  const infos = context.slots.map((slot) => slot.info);
  const view = build(link, context, infos);
  kept.set(link, { view, infos });
  return view;
};
