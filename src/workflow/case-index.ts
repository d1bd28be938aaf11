import type { Id } from "../case/events.ts";
import type { Account, CaseState } from "../case/state.ts";
import { msOf, type Instant } from "../lib/time.ts";
import type { Things } from "./condition.ts";
import { isMinorNow, pictureBits, rolesOf, together } from "./link-view.ts";
import { readLinks, slotsOf } from "./read-links.ts";
import { readRemoval, type Removable } from "./removal-view.ts";
import { countRefused } from "./refused-files.ts";
import { readReport } from "./report-info.ts";
import { cover, newSlot, reportView, type ReportSlot } from "./report-view.ts";
import { canResetOthers, inResetOrder } from "./reset-order.ts";
import { siteViews } from "./site-view.ts";
import type { StepOn } from "./types.ts";
import { blankView, checkBits, described, resetsOthers, type View } from "./view.ts";

/** Bits that some, and that all, subjects of a kind have: a condition that asks for others is decided without looking at them. */
export interface Extent {
  readonly some: number;
  readonly every: number;
}

export interface LinkColumns {
  readonly bits: Int32Array;
  readonly ages: Int32Array;
  readonly site: Int32Array;
  readonly due: Float64Array;
  readonly recheckAt: Float64Array;
}

/** The case, read once: a view of every subject, and what is asked about the whole. Linear in the size of the state. */
export interface CaseIndex {
  readonly state: CaseState;
  readonly nowMs: number;
  /** Links stand under `link` and under `search`; accounts in reset order, all else in order of addition. */
  readonly views: Readonly<Record<StepOn, readonly View[]>>;
  /** What nearly every step asks of the links, by position: small and close together. */
  readonly columns: LinkColumns;
  /** Of the links. */
  readonly extents: { readonly bits: Extent; readonly ages: Extent; readonly roles: Extent };
  /** Something was noted about some site. */
  readonly someHostFacts: boolean;
  /** Site name by the position that views carry. */
  readonly siteNames: readonly string[];
  readonly caseView: View;
  readonly counts: Readonly<Record<Things, number>>;
  readonly firstReportMs: number;
  /** Entry of the first report that asks for removal, -1 without one. */
  readonly firstReportSeq: number;
  readonly newest: { readonly signs: number; readonly account: number; readonly report: number };
}

const checksOf = (account: Account): number => {
  let bits = 0;
  for (const [name, bit] of Object.entries(checkBits)) if (Object.hasOwn(account.checks, name)) bits |= bit;
  return bits;
};

const columnsOf = (links: readonly View[]): LinkColumns => {
  const { length } = links;
  const columns: LinkColumns = {
    bits: new Int32Array(length),
    ages: new Int32Array(length),
    site: new Int32Array(length),
    due: new Float64Array(length),
    recheckAt: new Float64Array(length),
  };
  links.forEach((view, at) => {
    columns.bits[at] = view.bits;
    columns.ages[at] = view.ages;
    columns.site[at] = view.site;
    columns.due[at] = view.due;
    columns.recheckAt[at] = view.recheckAt;
  });
  return columns;
};

const extentsOf = (views: readonly View[]): CaseIndex["extents"] => {
  let [someBits, everyBit, someAges, everyAge, someRoles, everyRole] = [0, -1, 0, -1, 0, -1];
  for (const { bits, ages, roles } of views) {
    someBits |= bits;
    everyBit &= bits;
    someAges |= ages;
    everyAge &= ages;
    someRoles |= roles;
    everyRole &= roles;
  }
  return {
    bits: { some: someBits, every: everyBit },
    ages: { some: someAges, every: everyAge },
    roles: { some: someRoles, every: everyRole },
  };
};

const newestSeq = (things: Iterable<{ readonly seq: number }>): number => {
  let newest = -1;
  for (const { seq } of things) newest = Math.max(newest, seq);
  return newest;
};

export const indexCase = (state: CaseState, now: Instant): CaseIndex => {
  const nowMs = msOf(now);
  const slots = new Map<Id, ReportSlot>();
  for (const [id, report] of state.reports) slots.set(id, newSlot(readReport(report)));
  for (const { info } of slots.values()) {
    const followed = info.report.follows === null ? undefined : slots.get(info.report.follows);
    if (followed !== undefined) followed.followed = true;
  }
  const whole = together([...state.pictures.values()].map((picture) => pictureBits(picture, isMinorNow(state))));
  const siteNames = [...state.sites.keys()];
  const links = readLinks(state, nowMs, slots, whole);
  const sites = siteViews(state, siteNames, links, slots.values());

  /** A group or a profile is not tied to pictures: all of the case count. */
  const removable = (
    kind: "place" | "profile",
    thing: Removable & { readonly id: Id; readonly seq: number; readonly platform: string | null; readonly evidence: readonly Id[] },
  ): View => {
    const own = slotsOf(thing.reports, slots);
    const view: View = {
      ...blankView,
      ...readRemoval(
        thing,
        own.map((slot) => slot.info),
      ),
      ...whole,
      key: `${kind}:${thing.id}`,
      id: thing.id,
      seq: thing.seq,
      platform: thing.platform,
      roles: rolesOf(thing.evidence, state.evidence),
    };
    for (const slot of own) cover(slot, view);
    return view;
  };
  const places = [...state.places.values()].map((place) => removable("place", place));
  const profiles = [...state.profiles.values()].map((profile) => removable("profile", profile));

  const servicesOf = new Map<Id, string[]>();
  for (const { pictures, service } of state.hashCases)
    for (const id of pictures) servicesOf.set(id, [...(servicesOf.get(id) ?? []), service]);
  const pictures = [...state.pictures.values()].map((picture): View => ({
    ...blankView,
    ...pictureBits(picture, isMinorNow(state)),
    key: `picture:${picture.id}`,
    id: picture.id,
    seq: picture.seq,
    bits: picture.described ? described : 0,
    services: servicesOf.get(picture.id) ?? [],
  }));
  const accounts = inResetOrder(state.accounts).map((account): View => ({
    ...blankView,
    key: `account:${account.id}`,
    id: account.id,
    seq: account.seq,
    bits: canResetOthers(account) ? resetsOthers : 0,
    checks: checksOf(account),
  }));

  const removals = [...slots.values()].filter(({ info }) => info.removal).map(({ info }) => info);
  const withSigns = [...state.messages.values()].filter((message) => message.signs.length > 0);
  let told = 0;
  for (const person of state.people.values()) if (person.told) told += 1;
  const caseView: View = { ...blankView, ...whole };
  return {
    state,
    nowMs,
    siteNames,
    caseView,
    someHostFacts: sites.some((site) => Object.keys(site.facts).length > 0),
    columns: columnsOf(links),
    extents: extentsOf(links),
    views: {
      case: [caseView],
      site: sites,
      link: links,
      search: links,
      place: places,
      picture: pictures,
      profile: profiles,
      account: accounts,
      report: [...slots.values()].map((slot) => reportView(slot, nowMs)),
    },
    firstReportMs:
      removals.length === 0 ? Number.NaN : removals.reduce((first, info) => Math.min(first, info.sentMs), Number.POSITIVE_INFINITY),
    firstReportSeq:
      removals.length === 0 ? -1 : removals.reduce((first, info) => Math.min(first, info.report.seq), Number.POSITIVE_INFINITY),
    counts: {
      pictures: state.pictures.size,
      links: links.length,
      places: places.length,
      profiles: profiles.length,
      messages: state.messages.size,
      signs: withSigns.length,
      reports: slots.size,
      removals: removals.length,
      accounts: accounts.length,
      people: state.people.size,
      told,
      bundles: state.bundles.length,
      evidence: state.evidence.size,
      "refused-files": countRefused(state, whole.ages),
    },
    newest: { signs: newestSeq(withSigns), account: newestSeq(accounts), report: newestSeq(state.reports.values()) },
  };
};
