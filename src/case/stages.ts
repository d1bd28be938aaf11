import { msOf } from "../lib/time.ts";
import { agesVerdict, ageOf } from "./ages.ts";
import { removalReports } from "./reports.ts";
import type { Id, SubjectKey } from "./events.ts";
import type { CaseState, Link, LinkCheck, Site } from "./state.ts";
import { isSkipped } from "./steps.ts";
import { subjectKey } from "./subject.ts";

/** The step that asks for one screenshot of the listing, per site (workflow.md, phase 1). */
const captureStep = "capture-listing";

/**
 * How far capture has come for a link. `age-first`: nobody has answered for its pictures, and until then nothing can be captured;
 * `noted`: no picture may enter, so the written link is the capture; `skipped`: a reason was given.
 */
export type Capture = "age-first" | "needed" | "noted" | "skipped" | "done";

const listings = new WeakMap<Site, boolean>();
const hasListing = (state: CaseState, site: Site): boolean => {
  const known = listings.get(site);
  if (known !== undefined) return known;
  const found = site.evidence.some((id) => state.evidence.get(id)?.role === "listing");
  listings.set(site, found);
  return found;
};

const unanswered = (state: CaseState, link: Link): boolean => {
  const pictures = link.pictures.length > 0 ? link.pictures : [...state.pictures.keys()];
  return pictures.length === 0 || pictures.some((picture) => ageOf(state, picture) === "unanswered");
};

/** Per site: one listing screenshot, or a reason. */
export const captureOf = (state: CaseState, link: Link): Capture => {
  const site = state.sites.get(link.site);
  if (isSkipped(state, captureStep, subjectKey("site", link.site)) || isSkipped(state, captureStep, subjectKey("link", link.id)))
    return "skipped";
  const verdict = agesVerdict(state, link.pictures);
  if (verdict === "under-18") return "noted";
  if (verdict === "unknown") return unanswered(state, link) ? "age-first" : "noted";
  return site !== undefined && hasListing(state, site) ? "done" : "needed";
};

/** Nearer looks than this count as one: a double tap is no second look. The plan counts the same way. */
const apartMs = 12 * 3_600_000;

/** Looks in a row that found it gone, half a day apart or more, up to the newest one that could tell. */
export const timesGone = (checks: readonly Pick<LinkCheck, "found" | "at">[]): number => {
  let times = 0;
  let counted = 0;
  for (const { found, at } of checks) {
    if (found === "still-there") times = 0;
    if (found !== "gone" || (times > 0 && msOf(at) - counted < apartMs)) continue;
    times += 1;
    counted = msOf(at);
  }
  return times;
};

/** Pages come back: gone is believed when it was seen twice. */
export const goneConfirmed = (thing: { readonly checks: readonly Pick<LinkCheck, "found" | "at">[] }): boolean =>
  timesGone(thing.checks) >= 2;

export type LinkStage = "new" | "captured" | "capture-skipped" | "reported" | "gone-once" | "gone" | "set-aside";

/** Where a link stands on its way down. A page that came back has to be reported again. */
export const linkStage = (state: CaseState, link: Link): LinkStage => {
  if (link.setAside !== null) return "set-aside";
  const times = timesGone(link.checks);
  if (times > 0) return times > 1 ? "gone" : "gone-once";
  if (removalReports(state, link).length > 0) return "reported";
  const capture = captureOf(state, link);
  if (capture === "skipped") return "capture-skipped";
  return capture === "done" || capture === "noted" ? "captured" : "new";
};

export const siteLinks = (state: CaseState, site: string): readonly Link[] =>
  (state.sites.get(site)?.links ?? []).flatMap((id) => state.links.get(id) ?? []);

/** Links that show a picture, and evidence in which it is seen. */
export const pictureSubjects = (
  state: CaseState,
  picture: Id,
): { readonly links: readonly SubjectKey[]; readonly evidence: readonly Id[] } => ({
  links: [...state.links.values()].filter((link) => link.pictures.includes(picture)).map((link) => subjectKey("link", link.id)),
  evidence: [...state.evidence.values()].filter((item) => item.pictures.includes(picture)).map((item) => item.id),
});
