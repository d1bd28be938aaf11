import { openReports } from "../case/reports.ts";
import { captureOf, linkStage, type Capture, type LinkStage } from "../case/stages.ts";
import type { CaseState, Link } from "../case/state.ts";
import { msOf, type Instant } from "../lib/time.ts";

/** One link as the list shows it. */
export interface LinkView {
  readonly link: Link;
  readonly stage: LinkStage;
  readonly capture: Capture;
  /** The next time to look, where a report that waits names one. */
  readonly dueAt: Instant | null;
}
export interface SiteView {
  readonly site: string;
  readonly links: readonly LinkView[];
  readonly counts: SiteCounts;
}
export interface SiteCounts {
  readonly links: number;
  readonly reported: number;
  /** Seen gone twice. */ readonly gone: number;
  /** Still without a screenshot, or with an open age question. */ readonly toCapture: number;
  /** Captured and not yet reported. */ readonly toReport: number;
}
export type LinkFilter = "all" | "to-capture" | "to-report" | "reported" | "gone" | "set-aside";

const isOpen = (stage: LinkStage): boolean => stage !== "gone" && stage !== "gone-once" && stage !== "set-aside";

const earliest = (times: readonly Instant[]): Instant | null =>
  times.reduce<Instant | null>((first, time) => (first === null || msOf(time) < msOf(first) ? time : first), null);

const viewOf = (state: CaseState, link: Link): LinkView => {
  const stage = linkStage(state, link);
  const dueAt = stage === "reported" ? earliest(openReports(state, link).flatMap(({ deadline }) => deadline?.dueAt ?? [])) : null;
  return { link, stage, capture: captureOf(state, link), dueAt };
};

const matching: Readonly<Record<LinkFilter, (view: LinkView) => boolean>> = {
  all: () => true,
  "to-capture": ({ stage }) => stage === "new",
  "to-report": ({ stage }) => stage === "captured" || stage === "capture-skipped",
  reported: ({ stage }) => stage === "reported",
  gone: ({ stage }) => stage === "gone" || stage === "gone-once",
  "set-aside": ({ stage }) => stage === "set-aside",
};

export const countsOf = (views: readonly LinkView[]): SiteCounts => {
  const count = (filter: LinkFilter): number => views.filter(matching[filter]).length;
  return {
    links: views.length,
    reported: views.filter(({ link, stage }) => stage === "reported" || (!isOpen(stage) && link.reports.length > 0)).length,
    gone: views.filter(({ stage }) => stage === "gone").length,
    toCapture: count("to-capture"),
    toReport: count("to-report"),
  };
};

const views = new WeakMap<CaseState, readonly SiteView[]>();

/** All links by site, sites in the order in which they were first added. Worked out once per state: 10,000 links are looked at. */
export const siteViews = (state: CaseState): readonly SiteView[] => {
  const known = views.get(state);
  if (known !== undefined) return known;
  const made = [...state.sites.values()].flatMap(({ name, links }) => {
    const found = links.flatMap((id) => state.links.get(id) ?? []).map((link) => viewOf(state, link));
    return found.length === 0 ? [] : [{ site: name, links: found, counts: countsOf(found) }];
  });
  views.set(state, made);
  return made;
};

const says = (link: Link, wanted: string): boolean =>
  [link.text, link.host, link.site, ...link.repeats, ...Object.values(link.notes)].some((text) => text.toLowerCase().includes(wanted));

/** Links that match what was typed (address, other spellings, notes) and stand at that stage; counts stay those of the whole site. */
export const findLinks = (sites: readonly SiteView[], typed: string, filter: LinkFilter): readonly SiteView[] => {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "" && filter === "all") return sites;
  return sites.flatMap((site) => {
    const links = site.links.filter((view) => matching[filter](view) && (wanted === "" || says(view.link, wanted)));
    return links.length === 0 ? [] : [{ ...site, links }];
  });
};

/** The list as rows, so that only those in sight are drawn. `edge`: where the row stands in its group. */
export type LinksRow =
  | { readonly as: "site"; readonly key: string; readonly site: SiteView }
  | { readonly as: "link"; readonly key: string; readonly view: LinkView; readonly first: boolean; readonly last: boolean }
  | { readonly as: "more"; readonly key: string; readonly site: string; readonly hidden: number };

/** Links shown of a site until it is opened. */
export const SHOWN_OF_SITE = 3;

/** Sites as rows. `opened`: sites that are shown whole; null: all are, as when something is looked for. */
export const linksRows = (sites: readonly SiteView[], opened: ReadonlySet<string> | null): readonly LinksRow[] =>
  sites.flatMap((site): readonly LinksRow[] => {
    const whole = opened === null || opened.has(site.site) || site.links.length <= SHOWN_OF_SITE + 1;
    const shown = whole ? site.links : site.links.slice(0, SHOWN_OF_SITE);
    const hidden = site.links.length - shown.length;
    return [
      { as: "site", key: `site ${site.site}`, site },
      ...shown.map((view, i): LinksRow => ({
        as: "link",
        key: view.link.id,
        view,
        first: i === 0,
        last: hidden === 0 && i === shown.length - 1,
      })),
      ...(hidden === 0 ? [] : [{ as: "more", key: `more ${site.site}`, site: site.site, hidden } as const]),
    ];
  });

/** One thing that happened to a link, with its time; `what` names the sentence. */
export interface LinkMoment {
  readonly at: Instant;
  /** Of the entry whose own time it is; a time that the person stated has none. */ readonly offset?: number;
  readonly seq: number;
  readonly what: "added" | "evidence" | "report" | "answer" | "gone" | "still-there" | "cant-tell" | "shown" | "asked" | "out";
  /** A report's number, an engine's id, a file's name. */
  readonly name: string;
}

/** A link's own small timeline, oldest first. Reports stand at the time they were sent. */
export const linkMoments = (state: CaseState, link: Link): readonly LinkMoment[] => {
  const moments: LinkMoment[] = [{ at: link.at, offset: link.offset, seq: link.seq, what: "added", name: "" }];
  for (const id of link.evidence) {
    const item = state.evidence.get(id);
    if (item !== undefined) moments.push({ at: item.at, offset: item.offset, seq: item.seq, what: "evidence", name: item.name });
  }
  for (const id of link.reports) {
    const report = state.reports.get(id);
    if (report === undefined) continue;
    moments.push({ at: report.sentAt, seq: report.seq, what: "report", name: report.reference });
    for (const answer of report.answers) moments.push({ at: answer.answeredAt, seq: answer.seq, what: "answer", name: answer.answer });
  }
  for (const check of link.checks) moments.push({ at: check.at, offset: check.offset, seq: check.seq, what: check.found, name: "" });
  for (const [engine, noted] of Object.entries(link.search))
    moments.push({ at: noted.at, offset: noted.offset, seq: noted.seq, what: noted.state, name: engine });
  return moments.toSorted((a, b) => msOf(a.at) - msOf(b.at) || a.seq - b.seq);
};

export { captureOf, linkStage };
export { timesGone } from "../case/stages.ts";
